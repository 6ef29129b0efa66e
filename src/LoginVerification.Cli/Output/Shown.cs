using System.Text;
using System.Text.RegularExpressions;

namespace LoginVerification.Cli;

/// <summary>What came from outside, made fit to be shown.</summary>
internal static partial class Shown
{
    private const string Hidden = "(digits, hidden)";

    /// <summary>Of fewer digits nobody learns a code or a number.</summary>
    private const int FewestHidden = 4;

    /// <summary>Without control characters and overrides of the writing direction: a file's text must not steer a terminal.</summary>
    public static string Plain(string text) =>
        text.Any(IsUnfit) ? string.Concat(text.Select(letter => IsUnfit(letter) ? '?' : letter)) : text;

    /// <summary>A word that the user typed, in quotes. What may be a phone number, or a piece of one, or a password is hidden.</summary>
    public static string Quoted(string text) => IsDigitsAlone(text) ? Hidden : $"\"{WithoutNumbers(Password().Replace(text, "$1(hidden)"))}\"";

    /// <summary>A text, with what may be a phone number hidden.</summary>
    public static string WithoutNumbers(string text) => ManyDigits().Replace(text, Hidden);

    /// <summary>Digits and nothing beside them but what numbers are written with, or so many digits in a row that they can be a number.</summary>
    public static bool MayBePhoneNumber(string text) => IsDigitsAlone(text) || ManyDigits().IsMatch(text);

    private static bool IsDigitsAlone(string text)
    {
        var digits = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsDigit(rune))
                digits++;
            else if (Rune.IsLetter(rune))
                return false;
        }

        return digits >= FewestHidden;
    }

    /// <summary>No phone number that a code is sent to has fewer than seven digits. Between them stands what numbers are written with.</summary>
    [GeneratedRegex(@"\+?\d(?:[^\p{L}\d]{0,3}\d){6,}")]
    private static partial Regex ManyDigits();

    /// <summary>The password of a connection string, to its end, or of a URI.</summary>
    [GeneratedRegex(@"((?:password|passwd|pwd|psw|pass)\s*=|://[^:/]*:).*", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Password();

    private static bool IsUnfit(char letter) =>
        char.IsControl(letter) || letter is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
