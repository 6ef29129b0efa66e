using System.Globalization;

namespace LoginVerification.Cli.Tests;

public class ChancesTests
{
    private const string Page = "docs/chances.md";

    [Fact]
    public async Task The_users_of_2014_fare_as_in_the_README() => Readme.Shows(await Tool.RunAsync("chances", "--policy", "twitter-2014", "--country", "IL"));

    [Theory]
    [InlineData("chances", "--policy", "consistent", "--country", "IL", "--from", "web")]
    [InlineData("chances", "--policy", "twitter-2014", "--country", "IL", "--from", "web", "--weights", "hiddenLink=0,externalLink=0")]
    public async Task Other_users_fare_as_on_the_page(params string[] arguments)
    {
        Assert.Contains($"login-verification {string.Join(' ', arguments)}\n", Repository.Read(Page).ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Readme.Shows(await Tool.RunAsync(arguments), Page);
    }

    [Fact]
    public async Task JSON_has_the_behaviour_and_a_row_for_each_surface_and_served_class()
    {
        var answer = await Tool.RunAsync("chances", "--policy", "twitter-2014", "--loss", "0.1,IL=0.2", "--device", "--json");

        Assert.Equal(0, answer.ExitCode);
        var behaviour = answer.Json.GetProperty("behaviour");
        Assert.Equal((0.1, 0.2, true), (behaviour.GetProperty("smsLoss").GetDouble(), behaviour.GetProperty("smsLossIn").GetProperty("IL").GetDouble(), behaviour.GetProperty("device").GetBoolean()));
        var chances = answer.Json.GetProperty("chances").EnumerateArray().ToList();
        Assert.Equal(4 * 3, chances.Count);
        Assert.All(chances, chance =>
        {
            Assert.Equal(1, chance.GetProperty("enrolled").GetDouble() + chance.GetProperty("leavings").EnumerateArray().Sum(leaving => leaving.GetProperty("share").GetDouble()), 1e-12);
            Assert.InRange(chance.GetProperty("residual").GetDouble(), 0, 1e-12);
        });
    }

    [Fact]
    public async Task CSV_has_a_line_for_each_surface()
    {
        var rows = Csv.Parse((await Tool.RunAsync("chances", "--policy", "twitter-2014", "--country", "GB", "--carrier", "Example Mobile", "--sms-price", "0.1", "--csv")).Output);

        Assert.Equal(["surface", "numbers", "enrolled", "gaveUp", "stuck", "steps", "sms", "cost", "costPerEnrolled", "behaviour", "weights", "policy", "policyDigest", "version"], rows[0]);
        Assert.Equal([("web", "GB Example Mobile"), ("mobileWeb", "GB Example Mobile"), ("android", "GB Example Mobile"), ("ios", "GB Example Mobile")], rows.Skip(1).Select(row => (row[0], row[1])));
        Assert.All(rows.Skip(1), row => Assert.Equal(Figure(row[6]) * 0.1, Figure(row[7]), 1e-12));
        Assert.All(rows.Skip(1), row =>
        {
            Assert.EndsWith("smsPrice=0.1", row[9], StringComparison.Ordinal);
            Assert.Contains("hiddenLink=0.05", row[10], StringComparison.Ordinal);
            Assert.Equal(["twitter-2014", PolicyFile.Digest(Remade.Twitter2014), "0.1.0"], row.Skip(11));
        });
    }

    [Fact]
    public async Task The_chains_of_the_default_behaviour_are_what_export_writes()
    {
        var chains = await Tool.RunAsync("chances", "--policy", "twitter-2014", "--prism");

        Assert.Equal(0, chains.ExitCode);
        Assert.Equal((await Tool.RunAsync("export", "--policy", "twitter-2014", "--format", "prism")).Output, chains.Output);
        Assert.Contains("// smsLoss=0.3,", (await Tool.RunAsync("chances", "--policy", "twitter-2014", "--prism", "--loss", "0.3")).Output, StringComparison.Ordinal);
    }

    private static double Figure(string written) => double.Parse(written, CultureInfo.InvariantCulture);
}
