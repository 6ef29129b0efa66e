using System.Diagnostics;
using LoginVerification.Exploration;
using LoginVerification.PhoneNumbers;
using PhoneNumbers;

namespace LoginVerification.Cli;

/// <summary>What was written after <c>walk</c>, not yet read.</summary>
internal sealed record WalkOptions(string Policy)
{
    public string? Number { get; init; }

    public string? Country { get; init; }

    public string? Carrier { get; init; }

    public string? From { get; init; }

    public string? Store { get; init; }

    public string? SignIn { get; init; }

    public IReadOnlyList<string> Account { get; init; } = [];
}

/// <summary>Who walks, and where the walk begins.</summary>
/// <param name="Policy">The rules.</param>
/// <param name="Typed">The number as the person types it.</param>
/// <param name="Phone">The number as it was read.</param>
/// <param name="From">The surface where the person begins, at its home.</param>
internal sealed record WalkRequest(EnrolmentPolicy Policy, PhoneInput Typed, PhoneDetails Phone, Surface From)
{
    /// <summary>The country that the person states.</summary>
    public CountryCode? Country { get; init; }

    /// <summary>The carrier that the person states.</summary>
    public Carrier? Carrier { get; init; }

    /// <summary>What the account is: every attribute of the policy.</summary>
    public ValueList<AttributeValue> Account { get; init; } = [];

    /// <summary>The option that says which number it is; null where none does, and the number may be the one that a store holds.</summary>
    public string? NumberFrom { get; init; }

    /// <summary>With what the person signs in afterwards; null for not at all.</summary>
    public SignInMethod? SignIn { get; init; }

    /// <summary>Where the enrolment is kept; null for memory.</summary>
    public IWalkStore? Store { get; init; }
}

/// <summary>Reads what was written after <c>walk</c>; everything that is wrong with it is told at once.</summary>
internal sealed class WalkInput(WalkOptions written)
{
    /// <summary>The example number of Israel: the story that the project starts from.</summary>
    public const string DefaultNumber = "+972502345678";

    /// <summary>What can be written after <c>--sign-in</c>.</summary>
    public static readonly IReadOnlyDictionary<string, SignInMethod> SignInWays = new Dictionary<string, SignInMethod>
    {
        ["sms"] = SignInMethod.Sms,
        ["app"] = SignInMethod.AppPush,
        ["backupCode"] = SignInMethod.BackupCode,
    };

    private readonly InputReading input = new();

    /// <exception cref="BadInputException">Something cannot be used.</exception>
    public static WalkRequest Read(WalkOptions written) => new WalkInput(written).Read();

    private WalkRequest Read()
    {
        var policy = input.Policy(written.Policy);
        if (policy is { Document.Research: true })
            input.Complain($"--policy {Shown.Quoted(written.Policy)} says \"research\": true, and the real service, which walks, starts with no such policy. Ask explore, routes, matrix, chances or report.");
        var from = policy is null ? null : written.From is { } name ? input.Surface(policy, name) : policy.Screens.Surfaces[0];
        var carrier = input.Carrier(written.Carrier);
        var country = written.Country is { } letters ? input.Country("--country", letters) : null;
        var typed = country is null && written.Country is not null ? null : Number(country);
        var phone = typed is null ? null : ReadNumber(typed, country);
        var signIn = written.SignIn is { } way ? SignInWay(way) : null;
        var store = StoreInput.Read(written.Store, input);
        var account = AccountInput.Read(policy, written.Account, input);
        input.Finish();
        return new WalkRequest(policy!, typed!, phone!, from!)
        {
            Country = country,
            Carrier = carrier,
            Account = PolicyAccounts.Of(policy!, account)[0],
            NumberFrom = written.Number is not null ? "--number" : country is not null ? "--country" : null,
            SignIn = signIn,
            Store = store,
        };
    }

    private SignInMethod? SignInWay(string written)
    {
        if (SignInWays.TryGetValue(written, out var method))
            return method;
        input.Complain($"--sign-in has no way {Shown.Quoted(written)}. Write one of: {string.Join(", ", SignInWays.Keys)}.");
        return null;
    }

    private PhoneInput? Number(CountryCode? country)
    {
        if (written.Number is { } number)
            return new PhoneInput(number);
        if (country is null)
            return new PhoneInput(DefaultNumber);
        if (ExampleOf(country) is { } example)
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
                input.Complain($"--number {Explain(fault, country)}");
                return null;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>libphonenumber's example of a mobile number, for a walk that names a country and no number.</summary>
    private static string? ExampleOf(CountryCode country)
    {
        var numbers = PhoneNumberUtil.GetInstance();
        return numbers.GetExampleNumberForType(country.Value, PhoneNumberType.MOBILE) is { } example
            ? numbers.Format(example, PhoneNumberFormat.E164)
            : null;
    }

    /// <summary>Why a number cannot be used, with the service's refusal and the mend. The number itself is never repeated.</summary>
    private static string Explain(NumberFault fault, CountryCode? country) => fault switch
    {
        NumberFault.Unreadable => No(RefusalCode.NumberUnreadable, "it is no phone number. Write digits, in front + and the calling code"),
        NumberFault.TooShort => No(RefusalCode.NumberTooShort, "it has too few digits for its country. Add the missing ones"),
        NumberFault.TooLong => No(RefusalCode.NumberTooLong, $"it has more digits than its country, or E.164 with its {PhoneNumber.MaxDigits}, allows. Take the surplus out"),
        NumberFault.NotInUse => No(RefusalCode.NumberNotInUse, "no such number can exist in its country. Check the digits"),
        NumberFault.ShortNumber => No(RefusalCode.ShortNumber, "an emergency or service number cannot receive a code. Write a mobile number"),
        NumberFault.CountryMissing => No(RefusalCode.CountryMissing, "it has no + and no country is stated. Write + and the calling code, or add --country"),
        NumberFault.CountryMismatch when country is null => No(RefusalCode.CountryMismatch, "its calling code belongs to no country. Write a number of a country"),
        NumberFault.CountryMismatch => No(RefusalCode.CountryMismatch, $"its calling code belongs to no country, or it lacks + and --country {country} has no phone numbers. Write + and a country's calling code"),
        _ => throw new UnreachableException(),
    };

    private static string No(RefusalCode code, string why) => $"is refused with {code}: {why}.";
}
