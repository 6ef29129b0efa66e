using PhoneNumbers;

namespace LoginVerification.PhoneNumbers.Tests;

public sealed class ReservedNumberTests
{
    [Theory]
    [InlineData("+447700900000", "GB", LineType.Mobile)]
    [InlineData("+447700900461", "GB", LineType.Mobile)]
    [InlineData("+447700900999", "GB", LineType.Mobile)]
    [InlineData("+442079460000", "GB", LineType.FixedLine)]
    [InlineData("+441134960999", "GB", LineType.FixedLine)]
    [InlineData("+441154960123", "GB", LineType.FixedLine)]
    [InlineData("+441632960123", "GB", LineType.FixedLine)]
    [InlineData("+441914980123", "GB", LineType.FixedLine)]
    [InlineData("+442920180123", "GB", LineType.FixedLine)]
    [InlineData("+448081570123", "GB", LineType.TollFree)]
    [InlineData("+449098790123", "GB", LineType.PremiumRate)]
    [InlineData("+443069990123", "GB", LineType.Uan)]
    [InlineData("+12025550100", "US", LineType.FixedLineOrMobile)]
    [InlineData("+12025550199", "US", LineType.FixedLineOrMobile)]
    [InlineData("+14165550123", "CA", LineType.FixedLineOrMobile)]
    [InlineData("+18765550123", "JM", LineType.Mobile)]
    [InlineData("+12425550100", "BS", LineType.FixedLineOrMobile)]
    [InlineData("+12465550100", "BB", LineType.FixedLineOrMobile)]
    [InlineData("+18005550199", "US", LineType.TollFree)]
    [InlineData("+61491570006", "AU", LineType.Mobile)]
    [InlineData("+61491579760", "AU", LineType.Mobile)]
    [InlineData("+61255501234", "AU", LineType.FixedLine)]
    [InlineData("+61870109999", "AU", LineType.FixedLine)]
    [InlineData("+33639981234", "FR", LineType.Mobile)]
    [InlineData("+33199000000", "FR", LineType.FixedLine)]
    [InlineData("+33536499999", "FR", LineType.FixedLine)]
    [InlineData("+491713920012", "DE", LineType.Mobile)]
    [InlineData("+4917604069099", "DE", LineType.Mobile)]
    [InlineData("+493023125000", "DE", LineType.FixedLine)]
    [InlineData("+492214710999", "DE", LineType.FixedLine)]
    public void A_number_for_drama_is_read_and_marked(string e164, string country, LineType lineType)
    {
        var expected = new PhoneDetails(PhoneNumber.Parse(e164), CountryCode.Parse(country), lineType) { IsReserved = true };
        Assert.Equal(expected, Reading.Details(e164));
        Assert.Equal(expected, Reading.Details(e164, country));
    }

    [Theory]
    [InlineData("07700 900123", "GB", "+447700900123")]
    [InlineData("(202) 555-0123", "US", "+12025550123")]
    [InlineData("06 39 98 12 34", "FR", "+33639981234")]
    [InlineData("0491 570 156", "AU", "+61491570156")]
    public void A_number_for_drama_is_read_in_national_form(string text, string country, string e164)
    {
        Reading.IsRead(e164, country, text, country);
        Assert.True(Reading.Details(text, country).IsReserved);
    }

    [Theory]
    [InlineData("+12025550200")]
    [InlineData("+12025551234")]
    [InlineData("+12024561111")]
    [InlineData("+442079461000")]
    [InlineData("+447400900123")]
    [InlineData("+61491570007")]
    [InlineData("+33612345678")]
    [InlineData("+4915123456789")]
    public void A_neighbouring_number_is_an_ordinary_one(string e164) => Assert.False(Reading.Details(e164).IsReserved);

    [Theory]
    [InlineData("+447700900123", "US", "GB")]
    [InlineData("+447700900123", "JE", "GB")]
    [InlineData("07700 900123", "JE", "GB")]
    [InlineData("+12025550123", "CA", "US")]
    [InlineData("202-555-0123", "CA", "US")]
    [InlineData("+12425550100", "US", "BS")]
    [InlineData("447700900123", "GB", "GB")]
    public void A_number_for_drama_is_marked_whatever_country_is_stated(string text, string stated, string country)
    {
        var details = Reading.Details(text, stated);
        Assert.True(details.IsReserved);
        Assert.Equal(country, details.Country.Value);
    }

    [Fact]
    public void An_area_code_that_does_not_exist_has_no_number_for_drama() => Reading.IsRefused(NumberFault.NotInUse, "+19995550123");

    [Fact]
    public void The_table_contradicts_libphonenumber_nowhere()
    {
        var library = PhoneNumberUtil.GetInstance();
        foreach (var e164 in Bounds())
        {
            var details = Reading.Details(e164);
            Assert.True(details.IsReserved, e164);
            var number = library.Parse(e164, null);
            if (!library.IsValidNumber(number))
                continue;
            Assert.Equal(library.GetRegionCodeForNumber(number), details.Country.Value);
            Assert.Equal(library.GetNumberType(number).ToString().Replace("_", "", StringComparison.Ordinal), details.LineType.ToString(), ignoreCase: true);
        }
    }

    private static IEnumerable<string> Bounds()
    {
        foreach (var area in new[] { 113, 114, 115, 116, 117, 118, 121, 131, 141, 151, 161 })
        {
            yield return $"+44{area}4960000";
            yield return $"+44{area}4960999";
        }

        foreach (var area in new[] { 2, 3, 7, 8 })
        {
            yield return $"+61{area}55500000";
            yield return $"+61{area}70109999";
        }
    }
}
