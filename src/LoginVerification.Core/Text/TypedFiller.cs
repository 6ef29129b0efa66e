using System.Globalization;
using System.Text;

namespace LoginVerification.Engine;

/// <summary>The characters between the digits of a typed or pasted code or number: they mean nothing, and are dropped wherever digits are read.</summary>
internal static class TypedFiller
{
    // Default_Ignorable_Code_Point=Yes, in order: DerivedCoreProperties.txt of the Unicode Character Database, version 17.0.
    // .NET does not know the property. Unicode keeps whole blocks for it, so that new invisible characters are in here already.
    private static readonly (int First, int Last)[] DefaultIgnorable =
    [
        (0x00AD, 0x00AD),   // soft hyphen
        (0x034F, 0x034F),   // combining grapheme joiner
        (0x061C, 0x061C),   // Arabic letter mark
        (0x115F, 0x1160),   // Hangul fillers
        (0x17B4, 0x17B5),   // Khmer inherent vowels
        (0x180B, 0x180F),   // Mongolian variation selectors and vowel separator
        (0x200B, 0x200F),   // zero width space and joiners, left-to-right and right-to-left mark
        (0x202A, 0x202E),   // directional embeddings and overrides
        (0x2060, 0x206F),   // word joiner, invisible operators, directional isolates
        (0x3164, 0x3164),   // Hangul filler
        (0xFE00, 0xFE0F),   // variation selectors
        (0xFEFF, 0xFEFF),   // zero width no-break space
        (0xFFA0, 0xFFA0),   // halfwidth Hangul filler
        (0xFFF0, 0xFFF8),   // kept by Unicode
        (0x1BCA0, 0x1BCA3), // shorthand format controls
        (0x1D173, 0x1D17A), // musical format controls
        (0xE0000, 0xE0FFF), // tags, supplementary variation selectors
    ];

    /// <summary>Whether a character is a blank, a dash of any kind, or shows nothing at all.</summary>
    public static bool Is(Rune rune) => Rune.IsWhiteSpace(rune) || IsDash(rune) || IsInvisible(rune);

    /// <summary>Whether a character shows nothing: the whole class Default_Ignorable_Code_Point.</summary>
    public static bool IsInvisible(Rune rune)
    {
        foreach (var (first, last) in DefaultIgnorable)
        {
            if (rune.Value <= last)
                return rune.Value >= first;
        }

        return false;
    }

    // U+2212 is the minus sign, which Unicode counts among mathematical symbols.
    private static bool IsDash(Rune rune) =>
        rune.Value is 0x2212 || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DashPunctuation;
}
