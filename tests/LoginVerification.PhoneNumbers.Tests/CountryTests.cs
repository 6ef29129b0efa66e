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
        Reading.IsRefused(NumberFault.CountryMismatch, e164, neighbour);
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
    public void The_stated_country_wins_where_several_share_the_digits(string e164, string open, string stated)
    {
        Reading.IsRead(e164, open, e164);
        Reading.IsRead(e164, open, e164, open);
        Reading.IsRead(e164, stated, e164, stated);
    }

    [Theory]
    [InlineData("+972502345678", "US")]
    [InlineData("+12024561111", "IL")]
    [InlineData("011972502345678", "US")]
    [InlineData("00972502345678", "GB")]
    [InlineData("4165551234", "US")]
    [InlineData("+9725023", "US")]
    [InlineData("+1911", "IL")]
    [InlineData("+2908123", "GB")]
    public void A_number_of_another_country_does_not_match_the_stated_one(string text, string country) =>
        Reading.IsRefused(NumberFault.CountryMismatch, text, country);

    [Theory]
    [InlineData("XX")]
    [InlineData("ZZ")]
    [InlineData("UK")]
    [InlineData("AQ")]
    public void A_country_without_phone_numbers_matches_nothing(string country)
    {
        Reading.IsRefused(NumberFault.CountryMismatch, "+972502345678", country);
        Reading.IsRefused(NumberFault.CountryMismatch, "0502345678", country);
    }

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
