using LoginVerification.PhoneNumbers;

namespace LoginVerification.Cli;

/// <summary>Reads what was written after <c>walk</c>; everything that is wrong with it is told at once.</summary>
internal sealed class WalkInput(WalkOptions written)
{
    /// <summary>The example number of Israel: the story that the project starts from.</summary>
    public const string DefaultNumber = "+972502345678";

    private readonly List<string> complaints = [];

    /// <exception cref="BadInputException">Something cannot be used.</exception>
    public static WalkRequest Read(WalkOptions written) => new WalkInput(written).Read();

    private WalkRequest Read()
    {
        var policy = ReadPolicy();
        var from = policy is null ? null : ReadSurface(policy.Document);
        var carrier = ReadCarrier();
        var country = ReadCountry();
        var typed = country is null && written.Country is not null ? null : Number(country);
        var phone = typed is null ? null : ReadNumber(typed, country);
        if (complaints.Count > 0)
            throw new BadInputException([.. complaints]);
        return new WalkRequest(policy!, typed!, phone!, from!) { Country = country, Carrier = carrier };
    }

    private Policy? ReadPolicy()
    {
        try
        {
            return PolicySource.Load("--policy", written.Policy);
        }
        catch (BadInputException bad)
        {
            complaints.AddRange(bad.Complaints);
            return null;
        }
    }

    private SurfaceDocument? ReadSurface(PolicyDocument policy)
    {
        if (written.From is not { } name)
            return policy.Surfaces[0];
        var surface = policy.Surfaces.FirstOrDefault(surface => surface.Name == name);
        if (surface is null)
            complaints.Add($"--from {Shown.Quoted(name)} is no surface of the policy \"{policy.Name}\". Write one of: {string.Join(", ", policy.Surfaces.Select(one => one.Name))}.");
        return surface;
    }

    private Carrier? ReadCarrier()
    {
        if (written.Carrier is not { } name)
            return null;
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > Carrier.MaxLength || name.Any(char.IsControl))
            complaints.Add($"--carrier takes a name of 1 to {Carrier.MaxLength} characters. Write the carrier as the policy names it, or leave the option out.");
        else if (Shown.MayBePhoneNumber(name))
            complaints.Add("--carrier has digits alone. Write the carrier's name; the number belongs after --number.");
        else
            return new Carrier(name);
        return null;
    }

    private CountryCode? ReadCountry()
    {
        if (written.Country is not { } letters)
            return null;
        if (CountryCode.IsWellFormed(letters))
            return new CountryCode(letters);
        complaints.Add($"--country {Shown.Quoted(letters)} is no country. Write its two ISO 3166-1 letters, for example IL.");
        return null;
    }

    private PhoneInput? Number(CountryCode? country)
    {
        if (written.Number is { } number)
            return new PhoneInput(number);
        if (country is null)
            return new PhoneInput(DefaultNumber);
        if (ExampleNumbers.Mobile(country) is { } example)
            return new PhoneInput(example);
        complaints.Add($"--country {country} has no example number. Give the number as well: --number \"+…\"; or correct the country.");
        return null;
    }

    private PhoneDetails? ReadNumber(PhoneInput typed, CountryCode? country)
    {
        switch (new LibPhoneNumberReader().Read(typed, country))
        {
            case PhoneReading.Readable { Details: var phone }:
                return phone;
            case PhoneReading.Unreadable { Fault: var fault }:
                complaints.Add($"--number {NumberFaults.Explain(fault, country)}");
                return null;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
