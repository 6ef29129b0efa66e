using NodaTime;

namespace LoginVerification.Tests.Policies;

public sealed class DurationFormTests
{
    private static readonly DurationForm Form = new();

    [Theory]
    [InlineData("PT30S", 30)]
    [InlineData("PT10M", 600)]
    [InlineData("PT24H", 86_400)]
    [InlineData("P1D", 86_400)]
    [InlineData("P1W", 604_800)]
    [InlineData("P1DT1H1M1.5S", 90_061.5)]
    public void An_iso_duration_is_read(string text, double seconds)
    {
        Assert.Null(Form.Complaint(text));
        Assert.Equal(Duration.FromSeconds(seconds), Form.Parse(text));
        Assert.Equal(Duration.FromSeconds(seconds), Form.Parse(Form.Write(Duration.FromSeconds(seconds))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("10M")]
    [InlineData("PT10")]
    [InlineData("pt10m")]
    [InlineData("00:10:00")]
    [InlineData("P1Y")]
    [InlineData("P1M")]
    public void Anything_else_is_refused_with_examples(string text) => Assert.Contains("\"PT10M\"", Form.Complaint(text), StringComparison.Ordinal);

    [Theory]
    [InlineData(0, "PT0S")]
    [InlineData(90, "PT1M30S")]
    [InlineData(-5, "PT-5S")]
    [InlineData(0.25, "PT0.25S")]
    [InlineData(172_800, "P2D")]
    public void A_duration_is_written_in_one_way(double seconds, string text) => Assert.Equal(text, Form.Write(Duration.FromSeconds(seconds)));
}
