using System.Text.Json;

namespace LoginVerification.Exploration.Tests.Tables;

/// <summary>Whoever explores the same policy is told the same, to the letter.</summary>
public class DeterminismTests
{
    [Theory]
    [InlineData("consistent", 1)]
    [InlineData("twitter-2014", 2)]
    [InlineData("twitter-2014-web-takes-code", 2)]
    public void Exploring_twice_tells_the_same(string policy, int numbers)
    {
        var options = new ExplorationOptions { Scale = new ExplorationScale { Numbers = numbers } };

        // Each by an explorer of its own, so that nothing is remembered; the second time by two at once.
        var first = Told(policy, options);
        var others = new string[2];
        Parallel.For(0, others.Length, index => others[index] = Told(policy, options));

        Assert.All(others, other => Assert.Equal(first, other));
    }

    private static string Told(string policy, ExplorationOptions options) =>
        JsonSerializer.Serialize(new Explorer().Explore(EnrolmentPolicy.Create(ShippedPolicies.Load(policy).Document), options));
}
