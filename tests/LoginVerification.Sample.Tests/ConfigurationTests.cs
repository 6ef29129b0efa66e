using LoginVerification.Sample.Tests.Support;

namespace LoginVerification.Sample.Tests;

/// <summary>What is set wrongly is told in one message, and nothing starts.</summary>
public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("Policy is \"nope\"", "--Policy", "nope")]
    [InlineData("Store is \"Oracle\"", "--Store", "Oracle")]
    [InlineData("Choose it with Policy", "--Store", "PostgreSql")]
    [InlineData("ConnectionStrings:LoginVerification is missing", "--Store", "PostgreSql", "--Policy", "consistent")]
    [InlineData("served on loopback alone", "--Urls", "http://0.0.0.0:0")]
    [InlineData("served on loopback alone", "--Urls", "nonsense")]
    [InlineData("set the environment to Development", "--Clock:OffsetFile", "clock")]
    public async Task A_wrong_setting_is_told_in_one_message(string told, params string[] arguments)
    {
        var (exit, output, error) = await SampleProcess.RunAsync(arguments);

        Assert.Equal(1, exit);
        Assert.Empty(output);
        Assert.Contains(told, Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_file_with_mistakes_is_told_with_each_of_them()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, """{ "name": "x", "surfaces": [ { "name": "web", "home": "nowhere", "screens": [] } ], "unknown": 1 }""");
        try
        {
            var (exit, output, error) = await SampleProcess.RunAsync("--Policy", file);

            Assert.Equal((1, ""), (exit, output));
            Assert.StartsWith("The policy is not valid:", error, StringComparison.Ordinal);
            Assert.Contains("unknown", error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_told()
    {
        var (exit, _, error) = await SampleProcess.RunAsync("--Policy", "consistent", "--Store", "PostgreSql", "--ConnectionStrings:LoginVerification", "Host=127.0.0.1;Port=1;Username=nobody;Database=none");

        Assert.Equal(1, exit);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_of_ones_own_is_served_alone()
    {
        await using var sample = await SampleProcess.StartAsync("--Policy", Repository.PathOf("policies/consistent.json"), "--Urls", "http://127.0.0.1:0");

        Assert.Equal(["consistent"], sample.Addresses.Keys);
    }
}
