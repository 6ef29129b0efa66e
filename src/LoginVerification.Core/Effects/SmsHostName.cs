using System.Globalization;
using System.Text;

namespace LoginVerification.Engine;

/// <summary>
/// The host name in the last line of an SMS as browsers compare it: in lower case, and with the A-labels (<c>xn--…</c>) of a name that
/// is not ASCII (WICG, "Origin-bound one-time codes"; RFC 5890, section 2.3.2.1). Any other spelling is never filled in.
/// </summary>
internal static class SmsHostName
{
    private const string NoHost = "SmsHost is the bare host name of the site where codes are typed. Write for example o.SmsHost = \"example.com\".";
    private const int IdeographicFullStop = 0x3002;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    // Characters that stand for others, by block. Where .NET runs without ICU it cannot replace them, and would encode another name.
    private static readonly (int First, int Last)[] StandIns =
    [
        (0x0300, 0x036F),   // accents written apart from their letter
        (0x1D00, 0x1DBF),   // phonetic letters
        (0x2070, 0x218F),   // superscripts, symbols like letters, Roman numerals
        (0x3130, 0x318F),   // Korean letters, not yet syllables
        (0xA720, 0xA7FF),   // modifier letters
        (0xF900, 0xFFFF),   // compatibility ideographs and presentation forms, letters of full and half width
        (0x1D400, 0x1D7FF), // mathematical letters
        (0x2F800, 0x2FA1F), // compatibility ideographs
    ];

    /// <summary>What is wrong with a name and what to write instead; null if nothing is.</summary>
    public static string? Complaint(string? host)
    {
        if (string.IsNullOrEmpty(host))
            return NoHost;
        foreach (var rune in host.ToLowerInvariant().EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || TypedFiller.IsInvisible(rune))
                return $"SmsHost has a character that is not seen, U+{rune.Value:X4}. Delete it and write the name again, for example o.SmsHost = \"example.com\".";
            if (rune.Value is '_')
                return "SmsHost has an underscore, which no host name has (RFC 1123, section 2.1): browsers would not fill the code in. Write the host of the page, for example o.SmsHost = \"example.com\".";
            if (!rune.IsAscii && StandsForAnother(rune))
                return "SmsHost has characters that stand for others, such as an accent apart from its letter. Write its A-label, for example o.SmsHost = \"xn--bcher-kva.example\".";
        }

        return Encode(host) is null ? NoHost : null;
    }

    /// <summary>The name as it is written in an SMS; the text itself where it is no name, which the options' validator refuses.</summary>
    public static string Written(string? host) => (Complaint(host) is null ? Encode(host!) : host) ?? "";

    private static string? Encode(string host)
    {
        try
        {
            var ascii = Idn.GetAscii(host.ToLowerInvariant()).ToLowerInvariant();
            _ = Idn.GetUnicode(ascii);
            return Uri.CheckHostName(ascii) is UriHostNameType.Dns && !ascii.EndsWith('.') && !IsNumber(ascii[(ascii.LastIndexOf('.') + 1)..]) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // Browsers take a name whose last label is a number for an address.
    private static bool IsNumber(string label) => label.All(char.IsAsciiDigit);

    private static bool StandsForAnother(Rune rune)
    {
        foreach (var (first, last) in StandIns)
        {
            if (rune.Value >= first && rune.Value <= last)
                return true;
        }

        return rune.Value is not IdeographicFullStop && Rune.GetUnicodeCategory(rune) is not (
            UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.DecimalDigitNumber
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
    }
}
