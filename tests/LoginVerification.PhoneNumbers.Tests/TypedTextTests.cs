namespace LoginVerification.PhoneNumbers.Tests;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData("+972502345678")]
    [InlineData("  +972 50 234 5678\r\n")]
    [InlineData("+972-50-234-5678")]
    [InlineData("+972.50.234.5678")]
    [InlineData("+972/50/2345678")]
    [InlineData("(+972) 50 234 5678")]
    [InlineData("+972 (0)50 234 5678")]
    [InlineData("+972 [50] 234 5678")]
    [InlineData("+972\u00A050\u202F234\u30005678")]
    [InlineData("\u202A+972 50 234 5678\u202C")]
    [InlineData("\u200E+972502345678\u200F")]
    [InlineData("\uFEFF+972\u200B502345678")]
    [InlineData("+972\uFE0F50234\uFE0E5678")]
    [InlineData("+972\U000E010050\u034F234\u115F\u00AD5678")]
    [InlineData("\u2066+972502345678\u2069")]
    [InlineData("+972\u201150\u2013234\u22125678")]
    [InlineData("＋９７２５０２３４５６７８")]
    [InlineData("＋９７２（５０）２３４ー５６７８")]
    [InlineData("+٩٧٢٥٠٢٣٤٥٦٧٨")]
    [InlineData("+۹۷۲۵۰۲۳۴۵۶۷۸")]
    [InlineData("+९७२५०२३४५६७८")]
    [InlineData("+𝟗𝟕𝟐𝟓𝟎𝟐𝟑𝟒𝟓𝟔𝟕𝟖")]
    [InlineData("+٩٧٢50२३४5678")]
    public void What_people_paste_is_read(string text) => Reading.IsRead("+972502345678", "IL", text);

    [Theory]
    [InlineData("050-234-5678")]
    [InlineData("٠٥٠٢٣٤٥٦٧٨")]
    [InlineData("502345678")]
    [InlineData("972502345678")]
    [InlineData("00972 50 234 5678")]
    public void A_national_text_is_read_with_its_country(string text) => Reading.IsRead("+972502345678", "IL", text, "IL");

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t\r\n \u00A0\u200E")]
    [InlineData("+")]
    [InlineData("5")]
    [InlineData("+5")]
    [InlineData("+12")]
    [InlineData("abc")]
    [InlineData("my phone")]
    [InlineData("1-800-FLOWERS")]
    [InlineData("+1 800 FLOWERS")]
    [InlineData("+972502345678x123")]
    [InlineData("+972502345678 ext. 5")]
    [InlineData("+972502345678;ext=5")]
    [InlineData("+972502345678#5")]
    [InlineData("+972502345678,5")]
    [InlineData("*972502345678")]
    [InlineData("tel:+972502345678")]
    [InlineData("sms:+972502345678")]
    [InlineData("972+502345678")]
    [InlineData("++972502345678")]
    [InlineData("+972502345678+")]
    [InlineData("+972 50 234 5678 @")]
    [InlineData("+97250\0 2345678")]
    [InlineData("+972📞502345678")]
    [InlineData("+972 50 234 567⁸")]
    [InlineData("Ⅷ Ⅷ Ⅷ Ⅷ")]
    [InlineData("+О72502345678")]
    public void What_is_no_number_is_unreadable_with_a_country_and_without(string text)
    {
        Reading.IsRefused(NumberFault.Unreadable, text);
        Reading.IsRefused(NumberFault.Unreadable, text, "IL");
    }

    [Theory]
    [InlineData('\uD800')]
    [InlineData('\uDC00')]
    [InlineData('\uFFFF')]
    public void A_broken_character_is_unreadable(char broken)
    {
        Reading.IsRefused(NumberFault.Unreadable, $"+97250{broken}2345678");
        Reading.IsRefused(NumberFault.Unreadable, $"+972502345678{broken}", "IL");
    }

    [Theory]
    [InlineData("+1234567890123456")]
    [InlineData("+99912345678901234")]
    [InlineData("+491234567890123456")]
    [InlineData("+972 50 234 5678 901 234")]
    [InlineData("+1 202 456 1111 22")]
    public void More_digits_than_a_number_has_is_too_long(string text) => Reading.IsRefused(NumberFault.TooLong, text);

    [Fact]
    public void Sixteen_digits_are_too_long_where_the_country_itself_would_allow_them() =>
        Reading.IsRefused(NumberFault.TooLong, "12345678901234", "DE");

    [Fact]
    public void A_text_of_more_than_64_characters_is_answered_without_parsing()
    {
        Reading.IsRefused(NumberFault.TooLong, new string('5', 65));
        Reading.IsRefused(NumberFault.TooLong, new string('5', 10_000_000), "IL");
        Reading.IsRefused(NumberFault.TooLong, "+" + string.Concat(Enumerable.Repeat("123  ", 20)));
        Reading.IsRefused(NumberFault.TooLong, "+12345678901234567890".PadRight(64) + "abc");
        Reading.IsRefused(NumberFault.Unreadable, new string('a', 10_000_000), "IL");
        Reading.IsRefused(NumberFault.Unreadable, new string(' ', 10_000_000), "IL");
        Reading.IsRefused(NumberFault.Unreadable, "+972502345678" + new string(' ', 60));
    }

    [Fact]
    public void A_text_of_64_characters_is_still_read() =>
        Reading.IsRead("+972502345678", "IL", "+972502345678".PadRight(64));

    [Theory]
    [InlineData("+9725023", null)]
    [InlineData("050", "IL")]
    [InlineData("1234567", "US")]
    [InlineData("+1202", null)]
    public void Too_few_digits_for_the_country_are_too_short(string text, string? country) =>
        Reading.IsRefused(NumberFault.TooShort, text, country);

    [Theory]
    [InlineData("+999123456789", null)]
    [InlineData("+0502345678", null)]
    [InlineData("+1 120 456 1111", null)]
    [InlineData("+972 00 000 0000", null)]
    [InlineData("+55 11 6123-4567", null)]
    [InlineData("011 6123-4567", "BR")]
    public void The_right_length_is_not_enough(string text, string? country) =>
        Reading.IsRefused(NumberFault.NotInUse, text, country);

    [Theory]
    [InlineData("050-2345678")]
    [InlineData("00972502345678")]
    [InlineData("001 65 9123 4567")]
    [InlineData("972502345678")]
    [InlineData("112")]
    public void Without_a_plus_and_without_a_country_the_country_is_missing(string text) =>
        Reading.IsRefused(NumberFault.CountryMissing, text);

    [Fact]
    public void Nothing_that_was_typed_is_in_the_answers_text()
    {
        Assert.DoesNotContain("502345678", Reading.Of("+972502345678").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("502345678", Reading.Of("+972502345678x").ToString(), StringComparison.Ordinal);
    }
}
