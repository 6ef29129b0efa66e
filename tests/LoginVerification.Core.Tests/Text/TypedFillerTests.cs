using System.Globalization;
using System.Text;

namespace LoginVerification.Tests;

public sealed class TypedFillerTests
{
    // The total that DerivedCoreProperties.txt of Unicode 17.0 states for Default_Ignorable_Code_Point.
    private const int DefaultIgnorableCodePoints = 4174;

    // Format characters that show something, so that Unicode does not let a program ignore them.
    private static readonly int[] _formatThatShows =
    [
        0x0600, 0x0601, 0x0602, 0x0603, 0x0604, 0x0605, 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0xFFF9, 0xFFFA, 0xFFFB, 0x110BD, 0x110CD,
        .. Enumerable.Range(0x13430, 16),
    ];

    [Fact]
    public void The_invisible_characters_are_as_many_as_Unicode_counts() =>
        Assert.Equal(DefaultIgnorableCodePoints, Runes().Count(TypedFiller.IsInvisible));

    [Fact]
    public void Every_format_character_is_invisible_but_those_that_show_something() =>
        Assert.Equal(_formatThatShows, Runes()
            .Where(rune => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format && !TypedFiller.IsInvisible(rune))
            .Select(rune => rune.Value));

    [Fact]
    public void No_digit_and_no_letter_of_a_word_is_filler() =>
        Assert.DoesNotContain(Runes(), rune => TypedFiller.Is(rune)
            && Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter);

    private static IEnumerable<Rune> Runes() => Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(point => new Rune(point));
}
