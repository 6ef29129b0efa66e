namespace LoginVerification.PhoneNumbers.Tests;

public sealed class NationalFormTests
{
    [Theory]
    [InlineData("06 698 12345", "VA")]
    [InlineData("+39 06 698 12345", "VA")]
    public void The_Italian_leading_zero_stays(string text, string country) => Reading.IsRead("+390669812345", country, text, country);

    [Theory]
    [InlineData("02 1234 5678", "IT")]
    [InlineData("+39 02 1234 5678", null)]
    public void The_leading_zero_of_Milan_stays(string text, string? country) => Reading.IsRead("+390212345678", "IT", text, country);

    [Theory]
    [InlineData("011 15 2345-6789", "AR")]
    [InlineData("0 11 15 2345-6789", "AR")]
    [InlineData("+54 9 11 2345-6789", null)]
    [InlineData("+54 9 11 2345-6789", "AR")]
    public void An_Argentine_mobile_with_15_or_9_is_one_number(string text, string? country)
    {
        Reading.IsRead("+5491123456789", "AR", text, country);
        Assert.Equal(LineType.Mobile, Reading.Details(text, country).LineType);
    }

    [Fact]
    public void An_Argentine_number_without_9_and_15_is_a_fixed_line()
    {
        Assert.Equal(LineType.FixedLine, Reading.Details("+54 11 2345-6789").LineType);
        Assert.Equal(LineType.FixedLine, Reading.Details("011 2345-6789", "AR").LineType);
    }

    [Theory]
    [InlineData("+55 11 91234-5678", null)]
    [InlineData("(11) 91234-5678", "BR")]
    [InlineData("011 91234-5678", "BR")]
    [InlineData("0 15 11 91234-5678", "BR")]
    public void A_Brazilian_mobile_has_its_ninth_digit(string text, string? country) => Reading.IsRead("+5511912345678", "BR", text, country);

    [Theory]
    [InlineData("55 1234 5678", "MX")]
    [InlineData("+52 55 1234 5678", null)]
    [InlineData("+52 1 55 1234 5678", null)]
    [InlineData("+52 1 55 1234 5678", "US")]
    [InlineData("1 55 1234 5678", "MX")]
    [InlineData("521 55 1234 5678", "MX")]
    public void A_Mexican_number_is_read_without_the_1_that_was_abolished(string text, string? country) =>
        Reading.IsRead("+525512345678", "MX", text, country);

    [Theory]
    [InlineData("4915123456789", "DE", "+4915123456789")]
    [InlineData("49 151 23456789", "DE", "+4915123456789")]
    [InlineData("436641234567", "AT", "+436641234567")]
    [InlineData("352628123456", "LU", "+352628123456")]
    [InlineData("6281234567890", "ID", "+6281234567890")]
    [InlineData("358412345678", "FI", "+358412345678")]
    [InlineData("972502345678", "IL", "+972502345678")]
    [InlineData("447400123456", "GB", "+447400123456")]
    [InlineData("5511912345678", "BR", "+5511912345678")]
    [InlineData("5491123456789", "AR", "+5491123456789")]
    [InlineData("12024561111", "US", "+12024561111")]
    [InlineData("79123456789", "RU", "+79123456789")]
    public void The_stated_countrys_calling_code_without_plus_is_read_as_one(string text, string country, string e164) =>
        Reading.IsRead(e164, country, text, country);

    [Theory]
    [InlineData("3931234567", "IT", "+393931234567")]
    [InlineData("9198101234", "IN", "+919198101234")]
    [InlineData("55 91234-5678", "BR", "+5555912345678")]
    [InlineData("04915 1234567", "DE", "+4949151234567")]
    public void Digits_that_are_a_number_of_the_country_are_not_taken_for_its_calling_code(string text, string country, string e164) =>
        Reading.IsRead(e164, country, text, country);

    [Theory]
    [InlineData("+972 972 50 234 5678", null, "+972502345678")]
    [InlineData("+44 44 7400 123456", null, "+447400123456")]
    [InlineData("+33 0033 6 12 34 56 78", null, null)]
    [InlineData("00 44 44 7400 123456", "GB", "+447400123456")]
    [InlineData("+52 52 1 55 1234 5678", null, "+525512345678")]
    [InlineData("+972 972 2 123 4567", null, null)]
    public void A_calling_code_before_one_that_was_typed_is_dropped_where_a_mobile_remains(string text, string? country, string? e164)
    {
        if (e164 is null)
            Assert.IsType<PhoneReading.Unreadable>(Reading.Of(text, country));
        else
            Assert.Equal(e164, Reading.Details(text, country).Number.E164);
    }

    [Theory]
    [InlineData("8 912 345-67-89", "RU", "+79123456789")]
    [InlineData("(202) 456-1111", "US", "+12024561111")]
    [InlineData("1 202 456 1111", "US", "+12024561111")]
    [InlineData("07400 123456", "GB", "+447400123456")]
    [InlineData("０９０ー１２３４ー５６７８", "JP", "+819012345678")]
    [InlineData("06 12 34 56 78", "FR", "+33612345678")]
    [InlineData("०९८१०१२३४५६", "IN", "+919810123456")]
    [InlineData("٠١٠٠ ١٢٣ ٤٥٦٧", "EG", "+201001234567")]
    public void A_national_number_is_read_as_its_country_writes_it(string text, string country, string e164) =>
        Reading.IsRead(e164, country, text, country);
}
