using PhoneNumbers;

namespace LoginVerification.PhoneNumbers;

/// <summary>libphonenumber's kinds of lines in the words of this library.</summary>
internal static class LineTypes
{
    public static LineType Of(PhoneNumberType type) => type switch
    {
        PhoneNumberType.MOBILE => LineType.Mobile,
        PhoneNumberType.FIXED_LINE => LineType.FixedLine,
        PhoneNumberType.FIXED_LINE_OR_MOBILE => LineType.FixedLineOrMobile,
        PhoneNumberType.VOIP => LineType.Voip,
        PhoneNumberType.PERSONAL_NUMBER => LineType.Personal,
        PhoneNumberType.UAN => LineType.Uan,
        PhoneNumberType.TOLL_FREE => LineType.TollFree,
        PhoneNumberType.PREMIUM_RATE => LineType.PremiumRate,
        PhoneNumberType.SHARED_COST => LineType.SharedCost,
        PhoneNumberType.PAGER => LineType.Pager,
        PhoneNumberType.VOICEMAIL => LineType.Voicemail,
        _ => LineType.Unknown,
    };
}
