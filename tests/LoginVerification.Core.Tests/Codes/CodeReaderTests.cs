namespace LoginVerification.Tests;

public sealed class CodeReaderTests
{
    [Theory]
    [InlineData("004271")]
    [InlineData(" 004271 ")]
    [InlineData("004 271")]
    [InlineData("0 0 4 2 7 1")]
    [InlineData("004-271")]
    [InlineData("004\u2013271", "en dash")]
    [InlineData("004\u2011271", "hyphen that does not break")]
    [InlineData("004\u2212271", "minus sign")]
    [InlineData("004\u00AD271", "soft hyphen")]
    [InlineData("\u200E004271", "left-to-right mark")]
    [InlineData("\u200F004271", "right-to-left mark")]
    [InlineData("\u202B004271\u202C", "right-to-left embedding")]
    [InlineData("\u2066004271\u2069", "left-to-right isolate")]
    [InlineData("004\u200B271", "zero-width blank")]
    [InlineData("004\u2060271", "word joiner")]
    [InlineData("\uFEFF004271", "byte order mark")]
    [InlineData("0\uFE0F0\uFE0F4\uFE0F2\uFE0F7\uFE0F1\uFE0F", "variation selectors")]
    [InlineData("004\U000E0101271", "a variation selector beyond the first plane")]
    [InlineData("004\u00A0271", "blank that does not break")]
    [InlineData("004\u202F271", "narrow blank")]
    [InlineData("004\u3000271", "ideographic blank")]
    [InlineData("\t004271\r\n")]
    [InlineData("\uFF10\uFF10\uFF14\uFF12\uFF17\uFF11", "full-width")]
    [InlineData("\u0660\u0660\u0664\u0662\u0667\u0661", "Arabic-Indic")]
    [InlineData("\u06F0\u06F0\u06F4\u06F2\u06F7\u06F1", "Persian")]
    [InlineData("\u0966\u0966\u096A\u0968\u096D\u0967", "Devanagari")]
    [InlineData("\U0001D7CE\U0001D7CE\U0001D7D2\U0001D7D0\U0001D7D5\U0001D7CF", "mathematical bold, beyond the first plane")]
    [InlineData("\u06600\uFF14\u0968\u096D1", "mixed scripts")]
    public void Blanks_dashes_marks_and_native_digits_are_read(string typed, string what = "")
    {
        Span<char> code = stackalloc char[6];

        Assert.True(CodeReader.TryRead(typed, code), what);
        Assert.Equal("004271", code.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("------")]
    [InlineData("00427")]
    [InlineData("0042711")]
    [InlineData("00427a")]
    [InlineData("OO4271")]
    [InlineData("+004271")]
    [InlineData("004.271")]
    [InlineData("004,271")]
    [InlineData("004/271")]
    [InlineData("#004271")]
    [InlineData("004_271")]
    [InlineData("00427\u00B2", "superscript two, a number and no digit")]
    [InlineData("00427\u2082", "subscript two")]
    [InlineData("00427\u2461", "circled two")]
    [InlineData("00427\u00BD", "one half")]
    [InlineData("00427\u4E8C", "a numeral that is a letter")]
    [InlineData("00427\u2162", "Roman three")]
    [InlineData("00427\u0301\u0031", "combining accent")]
    [InlineData("00427\u0600", "Arabic number sign, which shows")]
    [InlineData("00427\u20E3\u0031", "enclosing keycap, which shows")]
    [InlineData("00427\0")]
    [InlineData("0042\uD8351", "half a character")]
    [InlineData("0042\uDFCF1", "the other half")]
    public void Anything_else_is_malformed(string typed, string what = "") =>
        Assert.False(CodeReader.IsWellFormed(typed, 6), what);

    [Fact]
    public void A_text_is_malformed_once_it_is_longer_than_any_honest_one()
    {
        Assert.True(CodeReader.IsWellFormed($"004271{new string(' ', 58)}", 6));
        Assert.False(CodeReader.IsWellFormed($"004271{new string(' ', 59)}", 6));
        Assert.False(CodeReader.IsWellFormed(new string('1', 10 * 1024 * 1024), 6));
        Assert.False(CodeReader.IsWellFormed(new string(' ', 10 * 1024 * 1024), 6));
    }

    [Fact]
    public void Every_decimal_digit_of_Unicode_is_read_as_its_value_and_no_other_character_as_one()
    {
        Span<char> code = stackalloc char[1];
        for (var point = 0; point <= 0x10FFFF; point++)
        {
            if (!System.Text.Rune.TryCreate(point, out var rune))
                continue;
            var isDigit = System.Globalization.CharUnicodeInfo.GetUnicodeCategory(point) == System.Globalization.UnicodeCategory.DecimalDigitNumber;
            var text = rune.ToString();
            Assert.Equal(isDigit, CodeReader.TryRead(text, code));
            if (isDigit)
                Assert.Equal(System.Globalization.CharUnicodeInfo.GetDecimalDigitValue(text, 0), code[0] - '0');
        }
    }
}
