namespace LoginVerification.PhoneNumbers.Tests;

public sealed class LineTypeTests
{
    [Theory]
    [InlineData("+972502345678", LineType.Mobile)]
    [InlineData("+97221234567", LineType.FixedLine)]
    [InlineData("+12024561111", LineType.FixedLineOrMobile)]
    [InlineData("+972771234567", LineType.Voip)]
    [InlineData("+445612345678", LineType.Voip)]
    [InlineData("+447012345678", LineType.Personal)]
    [InlineData("+445512345678", LineType.Uan)]
    [InlineData("+18002345678", LineType.TollFree)]
    [InlineData("+9721800123456", LineType.TollFree)]
    [InlineData("+19002345678", LineType.PremiumRate)]
    [InlineData("+449012345678", LineType.PremiumRate)]
    [InlineData("+9721919123456", LineType.PremiumRate)]
    [InlineData("+9721700123456", LineType.SharedCost)]
    [InlineData("+34901123456", LineType.SharedCost)]
    [InlineData("+447640123456", LineType.Pager)]
    [InlineData("+41740123456", LineType.Pager)]
    [InlineData("+97215112340000", LineType.Voicemail)]
    [InlineData("+41860123456789", LineType.Voicemail)]
    public void The_kind_of_line_is_told(string text, LineType expected)
    {
        var details = Reading.Details(text);
        Assert.Equal(expected, details.LineType);
        Assert.False(details.IsReserved);
        Assert.Null(details.Carrier);
    }

    [Theory]
    [InlineData("112", "IL")]
    [InlineData("100", "IL")]
    [InlineData("911", "US")]
    [InlineData("112", "US")]
    [InlineData("999", "GB")]
    [InlineData("000", "AU")]
    [InlineData("110", "DE")]
    [InlineData("15", "FR")]
    [InlineData("١٢٢", "EG")]
    [InlineData("001", "UZ")]
    [InlineData("46645", "US")]
    [InlineData("116117", "DE")]
    [InlineData("116 123", "GB")]
    public void An_emergency_or_service_number_of_the_stated_country_is_a_short_number(string text, string country) =>
        Reading.IsRefused(NumberFault.ShortNumber, text, country);

    [Theory]
    [InlineData("+1911", null)]
    [InlineData("+972100", null)]
    [InlineData("+972100", "IL")]
    [InlineData("12345", "US")]
    public void Other_short_texts_are_too_short(string text, string? country) => Reading.IsRefused(NumberFault.TooShort, text, country);
}
