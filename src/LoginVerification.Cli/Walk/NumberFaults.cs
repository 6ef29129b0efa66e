using System.Diagnostics;

namespace LoginVerification.Cli;

/// <summary>Why a typed number cannot be used, with the service's refusal and the mend. The number itself is never repeated.</summary>
internal static class NumberFaults
{
    public static string Explain(NumberFault fault, CountryCode? country) => fault switch
    {
        NumberFault.Unreadable => No(RefusalCode.NumberUnreadable, "it is no phone number. Write digits, in front + and the calling code"),
        NumberFault.TooShort => No(RefusalCode.NumberTooShort, "it has too few digits for its country. Add the missing ones"),
        NumberFault.TooLong => No(RefusalCode.NumberTooLong, $"it has more digits than its country, or E.164 with its {PhoneNumber.MaxDigits}, allows. Take the surplus out"),
        NumberFault.NotInUse => No(RefusalCode.NumberNotInUse, "no such number can exist in its country. Check the digits"),
        NumberFault.ShortNumber => No(RefusalCode.ShortNumber, "an emergency or service number cannot receive a code. Write a mobile number"),
        NumberFault.CountryMissing => No(RefusalCode.CountryMissing, "it has no + and no country is stated. Write + and the calling code, or add --country"),
        NumberFault.CountryMismatch when country is null => No(RefusalCode.CountryMismatch, "its calling code belongs to no country. Write a number of a country"),
        NumberFault.CountryMismatch => No(RefusalCode.CountryMismatch, $"it does not belong to --country {country}, or that is not a country with phone numbers. Correct either"),
        _ => throw new UnreachableException(),
    };

    private static string No(RefusalCode code, string why) => $"is refused with {code}: {why}.";
}
