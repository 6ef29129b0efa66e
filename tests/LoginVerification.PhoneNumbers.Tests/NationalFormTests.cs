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

    [Fact]
    public void A_Mexican_number_is_read_without_the_1_that_was_abolished()
    {
        Reading.IsRead("+525512345678", "MX", "55 1234 5678", "MX");
        Reading.IsRead("+525512345678", "MX", "+52 55 1234 5678");
        Reading.IsRefused(NumberFault.TooLong, "+52 1 55 1234 5678");
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
