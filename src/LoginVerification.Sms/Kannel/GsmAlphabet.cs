namespace LoginVerification.Sms;

/// <summary>The GSM 7-bit default alphabet and its extension (3GPP TS 23.038, tables of sections 6.2.1 and 6.2.1.1).</summary>
internal static class GsmAlphabet
{
    private const string Letters =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà" +
        "\f^{}\\[~]|€";

    /// <summary>Whether a phone shows the text as it is when it is sent in 7 bits a character.</summary>
    public static bool Has(string text) => text.All(unit => Letters.Contains(unit, StringComparison.Ordinal));
}
