using LoginVerification.PhoneNumbers;

namespace LoginVerification.Cli;

/// <summary>Reads what was written after <c>walk</c>; everything that is wrong with it is told at once.</summary>
internal sealed class WalkInput(WalkOptions written)
{
    /// <summary>The example number of Israel: the story that the project starts from.</summary>
    public const string DefaultNumber = "+972502345678";

    private readonly InputReading input = new();

    /// <exception cref="BadInputException">Something cannot be used.</exception>
    public static WalkRequest Read(WalkOptions written) => new WalkInput(written).Read();

    private WalkRequest Read()
    {
        var policy = input.Policy(written.Policy);
        var from = policy is null ? null : written.From is { } name ? input.Surface(policy.Document, name) : policy.Document.Surfaces[0];
        var carrier = input.Carrier(written.Carrier);
        var country = written.Country is { } letters ? input.CountryLetters("--country", letters) : null;
        var typed = country is null && written.Country is not null ? null : Number(country);
        var phone = typed is null ? null : ReadNumber(typed, country);
        input.Finish();
        return new WalkRequest(policy!, typed!, phone!, from!) { Country = country, Carrier = carrier };
    }

    private PhoneInput? Number(CountryCode? country)
    {
        if (written.Number is { } number)
            return new PhoneInput(number);
        if (country is null)
            return new PhoneInput(DefaultNumber);
        if (ExampleNumbers.Mobile(country) is { } example)
            return new PhoneInput(example);
        input.Complain($"--country {country} has no example number. Give the number as well: --number \"+…\"; or correct the country.");
        return null;
    }

    private PhoneDetails? ReadNumber(PhoneInput typed, CountryCode? country)
    {
        switch (new LibPhoneNumberReader().Read(typed, country))
        {
            case PhoneReading.Readable { Details: var phone }:
                return phone;
            case PhoneReading.Unreadable { Fault: var fault }:
                input.Complain($"--number {NumberFaults.Explain(fault, country)}");
                return null;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
