using System.Text;

namespace LoginVerification.Cli;

/// <summary>What came from outside, made fit to be shown.</summary>
internal static class Shown
{
    /// <summary>Without control characters and overrides of the writing direction: a file's text must not steer a terminal.</summary>
    public static string Plain(string text) =>
        text.Any(IsUnfit) ? string.Concat(text.Select(letter => IsUnfit(letter) ? '?' : letter)) : text;

    /// <summary>A word that the user typed, in quotes. What may be a phone number, or a piece of one, is hidden.</summary>
    public static string Quoted(string text) => MayBePhoneNumber(text) ? "(digits, hidden)" : $"\"{text}\"";

    /// <summary>Digits, and nothing beside them but what numbers are written with.</summary>
    public static bool MayBePhoneNumber(string text)
    {
        var digits = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsDigit(rune))
                digits++;
            else if (Rune.IsLetter(rune))
                return false;
        }

        return digits > 0;
    }

    private static bool IsUnfit(char letter) =>
        char.IsControl(letter) || letter is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
