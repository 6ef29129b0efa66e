namespace LoginVerification.Tests;

public sealed class NetworkFormsTests
{
    [Theory]
    [InlineData("+5215512345678", "+525512345678", "MX, the abolished 1")]
    [InlineData("+5491123456789", "+541123456789", "AR, the 9 of mobiles")]
    [InlineData("+5511987654321", "+551187654321", "BR, the ninth digit")]
    [InlineData("+2290197123456", "+22997123456", "BJ, since 30 November 2024")]
    [InlineData("+2250707123456", "+22507123456", "CI, Orange")]
    [InlineData("+2250544123456", "+22544123456", "CI, MTN")]
    [InlineData("+2250140123456", "+22540123456", "CI, Moov")]
    public void Either_form_of_a_number_stands_for_both(string one, string other, string what)
    {
        Assert.Equal([one, other], Forms(one));
        Assert.True(Forms(other).SequenceEqual([other, one]), what);
    }

    [Theory]
    [InlineData("+972502345678")]
    [InlineData("+12025550123")]
    [InlineData("+551123456789", "BR, a fixed line never had a ninth digit")]
    [InlineData("+5511943214321", "BR, a mobile that never was without it")]
    [InlineData("+2250507123456", "CI, MTN: the 8 digits are none that it had")]
    [InlineData("+2252721234567", "CI, a fixed line")]
    [InlineData("+52155123456789", "MX, a digit too many")]
    public void A_number_with_one_form_stands_for_itself(string e164, string what = "") => Assert.True(Forms(e164).SequenceEqual([e164]), what);

    [Theory]
    [InlineData("972502345678")]
    [InlineData("00972502345678")]
    [InlineData(" +972 50-234-5678 ")]
    [InlineData("\u200E+972502345678\uFE0F")]
    public void A_network_may_leave_the_plus_out_or_write_00(string text) => Assert.Equal(["+972502345678"], Forms(text));

    [Theory]
    [InlineData("")]
    [InlineData("0502345678")]
    [InlineData("+0502345678")]
    [InlineData("Bank")]
    [InlineData("12")]
    [InlineData("+9725023456789012")]
    [InlineData("+972502345678x1")]
    [InlineData("+\u0669\u0667\u0662502345678")]
    public void What_is_no_number_of_a_network_stands_for_nothing(string text) => Assert.Empty(Forms(text));

    [Fact]
    public void A_long_text_is_answered_without_being_read() => Assert.Empty(Forms("+972502345678" + new string(' ', 10_000_000)));

    private static string[] Forms(string text) => [.. NetworkForms.Of(text).Select(number => number.E164)];
}
