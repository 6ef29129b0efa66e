using System.Globalization;

namespace LoginVerification.Tests;

/// <summary>A tiny, deterministic reader: the country by a table of prefixes, a few numbers that are special, and every fault for some text.</summary>
internal sealed class TestNumbers : IPhoneNumberReader
{
    public const string Reserved = "+447700900123";
    public const string Premium = "+19005550000";

    /// <summary>Numbers that can be enrolled, two of them in Israel.</summary>
    public static IReadOnlyList<string> Honest { get; } = ["+972502345678", "+14155552671", "+447911123456", "+972541112222"];

    /// <summary>What users type, beside the honest numbers.</summary>
    public static IReadOnlyList<SubmitPhone> Odd { get; } =
    [
        new("050-234 5678", CountryCode.Parse("IL")),
        new("+972 50 234 5678", CountryCode.Parse("IL"), Carrier.Parse("Pelephone")),
        new("+447911123456", Carrier: Carrier.Parse(TestPolicies.RefusedCarrier)),
        new(Premium),
        new(Reserved),
        new("0502345678"),
        new(""),
        new("call me"),
        new("+97250"),
        new("+9725023456789012"),
        new("+999123456789"),
        new("+80012345678", CountryCode.Parse("IL")),
        new("100"),
    ];

    public static string? CountryOf(string number) =>
        number.StartsWith("+972", StringComparison.Ordinal) ? "IL"
        : number.StartsWith("+44", StringComparison.Ordinal) ? "GB"
        : number.StartsWith("+1", StringComparison.Ordinal) ? "US"
        : null;

    public PhoneReading Read(PhoneInput input, CountryCode? country)
    {
        var text = string.Concat(input.Text.Where(c => c is not (' ' or '-')));
        if (text == "100")
            return new PhoneReading.Unreadable(NumberFault.ShortNumber);
        if (text.Length == 0 || text.Any(char.IsLetter))
            return new PhoneReading.Unreadable(NumberFault.Unreadable);
        if (text[0] == '0')
            return country is null ? new PhoneReading.Unreadable(NumberFault.CountryMissing) : Read($"+972{text[1..]}", country);
        return text.Length switch
        {
            < 9 => new PhoneReading.Unreadable(NumberFault.TooShort),
            > 16 => new PhoneReading.Unreadable(NumberFault.TooLong),
            _ when text.StartsWith("+800", StringComparison.Ordinal) => new PhoneReading.Unreadable(NumberFault.CountryMismatch),
            _ when CountryOf(text) is null => new PhoneReading.Unreadable(NumberFault.NotInUse),
            _ => new PhoneReading.Readable(new PhoneDetails(PhoneNumber.Parse(text), CountryCode.Parse(CountryOf(text)!), text == Premium ? LineType.PremiumRate : LineType.Mobile)
            {
                IsReserved = text == Reserved,
            }),
        };
    }

    /// <summary>A code that is none of these, by counting up.</summary>
    public static string CodeUnlike(IReadOnlySet<string> codes) =>
        Enumerable.Range(0, 1_000_000).Select(i => i.ToString("000000", CultureInfo.InvariantCulture)).First(code => !codes.Contains(code));
}
