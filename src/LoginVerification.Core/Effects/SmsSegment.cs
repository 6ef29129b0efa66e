namespace LoginVerification.Engine;

/// <summary>How much fits one SMS: 160 characters of the GSM 7-bit default alphabet (3GPP TS 23.038), or 70 UTF-16 units.</summary>
internal static class SmsSegment
{
    private const int Gsm7Length = 160;
    private const int Ucs2Length = 70;

    private const string Gsm7 =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Gsm7Extension = "\f^{}\\[~]|€";

    /// <summary>Whether a phone shows the text as it is when it is sent in 7 bits a character.</summary>
    public static bool IsGsm7(string text) =>
        text.All(unit => Gsm7.Contains(unit, StringComparison.Ordinal) || Gsm7Extension.Contains(unit, StringComparison.Ordinal));

    public static bool Fits(string text)
    {
        var length = 0;
        foreach (var unit in text)
        {
            if (Gsm7.Contains(unit, StringComparison.Ordinal))
                length += 1;
            else if (Gsm7Extension.Contains(unit, StringComparison.Ordinal))
                length += 2;
            else
                return text.Length <= Ucs2Length;
        }

        return length <= Gsm7Length;
    }
}
