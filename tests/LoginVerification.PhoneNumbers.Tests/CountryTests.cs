namespace LoginVerification.PhoneNumbers.Tests;

public sealed class CountryTests
{
    [Theory]
    [InlineData("+12024561111", "US", "CA")]
    [InlineData("+14165551234", "CA", "US")]
    [InlineData("+18765230123", "JM", "US")]
    [InlineData("+17872345678", "PR", "US")]
    [InlineData("+79123456789", "RU", "KZ")]
    [InlineData("+77012345678", "KZ", "RU")]
    [InlineData("+447400123456", "GB", "JE")]
    [InlineData("+447797712345", "JE", "GB")]
    [InlineData("+447781123456", "GG", "GB")]
    [InlineData("+390669812345", "VA", "IT")]
    [InlineData("+262692123456", "RE", "YT")]
    [InlineData("+262639012345", "YT", "RE")]
    [InlineData("+59995181234", "CW", "BQ")]
    [InlineData("+5993181234", "BQ", "CW")]
    public void Digits_that_tell_the_country_within_a_calling_code_are_not_overruled(string e164, string country, string neighbour)
    {
        Reading.IsRead(e164, country, e164);
        Reading.IsRead(e164, country, e164, country);
        Reading.IsRead(e164, country, e164, neighbour);
    }

    [Theory]
    [InlineData("+393123456789", "IT", "VA")]
    [InlineData("+61412345678", "AU", "CX")]
    [InlineData("+61412345678", "AU", "CC")]
    [InlineData("+4741234567", "NO", "SJ")]
    [InlineData("+358412345678", "FI", "AX")]
    [InlineData("+590690001234", "GP", "BL")]
    [InlineData("+590690001234", "GP", "MF")]
    [InlineData("+212650123456", "MA", "EH")]
    [InlineData("+18002345678", "US", "CA")]
    [InlineData("+447924123456", "GB", "IM")]
    public void Digits_that_several_countries_share_belong_to_the_main_one_whatever_is_stated(string e164, string main, string stated)
    {
        Reading.IsRead(e164, main, e164);
        Reading.IsRead(e164, main, e164, main);
        Reading.IsRead(e164, main, e164, stated);
    }

    [Theory]
    [InlineData("41 23 45 67", "SJ", "+4741234567", "NO")]
    [InlineData("0412345678", "AX", "+358412345678", "FI")]
    [InlineData("312 345 6789", "VA", "+393123456789", "IT")]
    [InlineData("0690 00 12 34", "BL", "+590690001234", "GP")]
    [InlineData("0650-123456", "EH", "+212650123456", "MA")]
    [InlineData("0412 345 678", "CX", "+61412345678", "AU")]
    public void A_rule_about_the_main_country_cannot_be_passed_by_stating_the_other(string text, string stated, string e164, string main) =>
        Reading.IsRead(e164, main, text, stated);

    [Theory]
    [InlineData("07797 123456", "GB", "+447797123456", "JE")]
    [InlineData("07781 123456", "GB", "+447781123456", "GG")]
    [InlineData("07624 123456", "GB", "+447624123456", "IM")]
    [InlineData("07400 123456", "JE", "+447400123456", "GB")]
    [InlineData("787 234 5678", "US", "+17872345678", "PR")]
    [InlineData("(416) 555-1234", "US", "+14165551234", "CA")]
    [InlineData("1 876 523 0123", "US", "+18765230123", "JM")]
    [InlineData("202 456 1111", "PR", "+12024561111", "US")]
    [InlineData("8 701 234 56 78", "RU", "+77012345678", "KZ")]
    [InlineData("8 912 345 67 89", "KZ", "+79123456789", "RU")]
    [InlineData("0639 01 23 45", "RE", "+262639012345", "YT")]
    [InlineData("0692 12 34 56", "YT", "+262692123456", "RE")]
    [InlineData("318 1234", "CW", "+5993181234", "BQ")]
    [InlineData("06 698 12345", "IT", "+390669812345", "VA")]
    public void Digits_of_a_neighbour_are_read_as_the_stated_country_dials_them(string text, string stated, string e164, string country) =>
        Reading.IsRead(e164, country, text, stated);

    [Theory]
    [InlineData("+972502345678", "US", "+972502345678", "IL")]
    [InlineData("+12024561111", "IL", "+12024561111", "US")]
    [InlineData("011972502345678", "US", "+972502345678", "IL")]
    [InlineData("00972502345678", "GB", "+972502345678", "IL")]
    [InlineData("00 44 7400 123456", "FR", "+447400123456", "GB")]
    [InlineData("+972502345678", "AQ", "+972502345678", "IL")]
    [InlineData("+972502345678", "ZZ", "+972502345678", "IL")]
    public void A_number_written_internationally_is_read_whatever_country_is_stated(string text, string stated, string e164, string country) =>
        Reading.IsRead(e164, country, text, stated);

    [Theory]
    [InlineData("+9725023", "US", NumberFault.TooShort)]
    [InlineData("+1911", "IL", NumberFault.TooShort)]
    [InlineData("+1 202 456 1111 22", "GB", NumberFault.TooLong)]
    [InlineData("+999123456789", "US", NumberFault.NotInUse)]
    public void A_number_that_is_none_is_told_why_whatever_country_is_stated(string text, string country, NumberFault fault)
    {
        Reading.IsRefused(fault, text);
        Reading.IsRefused(fault, text, country);
    }

    [Theory]
    [InlineData("XX")]
    [InlineData("ZZ")]
    [InlineData("UK")]
    [InlineData("AQ")]
    public void Digits_cannot_be_read_in_a_country_without_phone_numbers(string country) =>
        Reading.IsRefused(NumberFault.CountryMismatch, "0502345678", country);

    [Fact]
    public void A_country_in_lower_case_is_the_same_country() => Reading.IsRead("+972502345678", "IL", "050-234-5678", "il");

    [Theory]
    [InlineData("+80012345678")]
    [InlineData("+80812345678")]
    [InlineData("+870773111632")]
    [InlineData("+878101234567890")]
    [InlineData("+881612345678")]
    [InlineData("+883510012345678")]
    [InlineData("+979123456789")]
    public void A_calling_code_of_no_country_matches_no_country(string text)
    {
        Reading.IsRefused(NumberFault.CountryMismatch, text);
        Reading.IsRefused(NumberFault.CountryMismatch, text, "US");
    }

    [Theory]
    [InlineData("+290 22158", "SH")]
    [InlineData("+290 8999", "TA")]
    public void Saint_Helena_and_Tristan_da_Cunha_are_told_apart(string text, string country)
    {
        Assert.Equal(country, Reading.Details(text).Country.Value);
        Assert.Equal(country, Reading.Details(text, country).Country.Value);
    }
}
