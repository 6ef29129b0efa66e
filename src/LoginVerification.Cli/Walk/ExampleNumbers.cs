using PhoneNumbers;

namespace LoginVerification.Cli;

/// <summary>libphonenumber's example of a mobile number, for a walk that names a country and no number.</summary>
internal static class ExampleNumbers
{
    public static string? Mobile(CountryCode country)
    {
        var numbers = PhoneNumberUtil.GetInstance();
        return numbers.GetExampleNumberForType(country.Value, PhoneNumberType.MOBILE) is { } example
            ? numbers.Format(example, PhoneNumberFormat.E164)
            : null;
    }
}
