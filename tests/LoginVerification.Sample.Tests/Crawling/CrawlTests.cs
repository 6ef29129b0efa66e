using LoginVerification.Sample.Tests.Support;
using Xunit.Abstractions;

namespace LoginVerification.Sample.Tests.Crawling;

/// <summary>
/// Follows every link and every form of the running sample, breadth first, with a new account for each path, and compares: each page with its screen in the policy, and
/// the pages that are reached with those that the explorer reaches.
/// </summary>
public sealed class CrawlTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("consistent", "DE")]
    [InlineData("twitter-2014", "DE")]
    [InlineData("twitter-2014", "IL")]
    [InlineData("twitter-2014-web-takes-code", "IL")]
    public async Task Every_page_is_its_screen_and_what_is_reached_is_what_the_explorer_reaches(string name, string country)
    {
        var policy = ShippedPolicies.Load(name);
        await using var sample = await SampleProcess.StartAsync("--Policy", name);
        using var statuses = new StatusReader(sample, policy);

        var crawl = new Crawl(sample, policy, statuses, country);
        await crawl.RunAsync();

        var foreseen = Model.Explore(policy, Model.ClassOf(policy, country));
        output.WriteLine(FormattableString.Invariant($"{name}, {country}: {crawl.Reached.Count} pages reached, {foreseen.Count} foreseen; {crawl.Steps} steps of {crawl.Accounts} accounts; {crawl.Differences.Count} differences"));
        string[] differences =
        [
            .. crawl.Differences,
            .. foreseen.Except(crawl.Reached).Select(node => $"foreseen, and not reached: {node}"),
            .. crawl.Reached.Except(foreseen).Select(node => $"reached, and not foreseen: {node}"),
        ];
        Assert.True(differences.Length == 0, string.Join('\n', differences));
    }
}
