using System.Globalization;
using System.Text;

namespace LoginVerification.Engine;

/// <summary>
/// Reads a typed or pasted code: blanks, dashes and invisible marks are dropped, native digits become ASCII, and nothing else is
/// allowed. A code is text, so that leading zeros survive.
/// </summary>
internal static class CodeReader
{
    private const int MaxLength = 64;

    public static bool IsWellFormed(CodeInput input, int digits) => TryRead(input, stackalloc char[digits]);

    /// <summary>Fills the destination with ASCII digits; false unless there are exactly as many as it holds.</summary>
    public static bool TryRead(CodeInput input, Span<char> code)
    {
        if (input.Text.Length > MaxLength)
            return false;
        var count = 0;
        foreach (var rune in input.Text.EnumerateRunes())
        {
            if (TypedFiller.Is(rune))
                continue;
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.DecimalDigitNumber || count == code.Length)
                return false;
            code[count++] = (char)('0' + (int)Rune.GetNumericValue(rune));
        }

        return count == code.Length;
    }
}
