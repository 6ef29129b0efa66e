using System.Text;
using LoginVerification.Engine;

namespace LoginVerification.PhoneNumbers;

/// <summary>Reduces a typed text to ASCII digits, with <c>+</c> in front if there was one, and to nothing that only looks alike.</summary>
internal static class TypedNumber
{
    /// <summary>The longest text that is read, in UTF-16 code units.</summary>
    public const int MaxLength = 64;

    // A country's international prefix (at most 5 digits) and a trunk zero may stand beside the 15 digits of E.164.
    private const int MaxDigits = 24;
    private const int MinDigits = 2;

    /// <summary>Reads the text; it looks at no more than its first <see cref="MaxLength"/> code units.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public static NumberFault? TryRead(string text, out string typed)
    {
        typed = string.Empty;
        Span<char> kept = stackalloc char[MaxDigits + 1];
        var length = 0;
        var hasPlus = false;
        for (int at = 0, size; at < text.Length && at < MaxLength; at += size)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out size) is not System.Buffers.OperationStatus.Done)
                return NumberFault.Unreadable;
            if (Rune.IsDigit(rune))
            {
                if (length == MaxDigits)
                    return NumberFault.TooLong;
                kept[length++] = (char)('0' + (int)Rune.GetNumericValue(rune));
            }
            else if (IsPlus(rune) && length is 0)
            {
                kept[length++] = '+';
                hasPlus = true;
            }
            else if (!IsSeparator(rune))
            {
                return NumberFault.Unreadable;
            }
        }

        var digits = hasPlus ? length - 1 : length;
        if (digits < MinDigits)
            return NumberFault.Unreadable;
        if (text.Length > MaxLength)
            return digits > PhoneNumber.MaxDigits ? NumberFault.TooLong : NumberFault.Unreadable;
        typed = new string(kept[..length]);
        return null;
    }

    private static bool IsPlus(Rune rune) => rune.Value is '+' or '\uFF0B';

    // U+30FC is what a Japanese keyboard gives for a dash; "8~10" is written where a caller waits for the second tone.
    private static bool IsSeparator(Rune rune) =>
        rune.Value is '~' or '\uFF5E' or '.' or '/' or '(' or ')' or '[' or ']' or '\uFF0E' or '\uFF0F' or '\uFF08' or '\uFF09' or '\u30FC'
        || TypedFiller.Is(rune);
}
