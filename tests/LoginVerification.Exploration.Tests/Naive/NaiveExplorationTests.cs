using LoginVerification.Exploration.Tests.Support;
using Xunit.Abstractions;

namespace LoginVerification.Exploration.Tests.Naive;

/// <summary>Two explorers that share no code but the service's count the same states and edges, and come to the same verdicts.</summary>
public class NaiveExplorationTests(ITestOutputHelper output)
{
    /// <summary>The whole default policy at the scale of the shipped verdicts.</summary>
    public static TheoryData<string, int, int, int, int> TakesMinutes => Full.IsAsked ? new() { { "consistent", 4, 2, 2, 2 } } : new() { { "consistent", 1, 2, 1, 2 } };

    /// <summary>Policies that replace no number are at the scale of the shipped verdicts.</summary>
    [Theory]
    [InlineData("consistent", 4, 1, 2, 2)]
    [InlineData("consistent", 2, 2, 1, 1)]
    [InlineData("twitter-2014", 4, 1, 2, 2)]
    [InlineData("twitter-2014-web-takes-code", 4, 1, 2, 2)]
    [InlineData("sms-where-listed-app-everywhere", 1, 1, 2, 2)]
    [InlineData("sms-where-the-app-fails", 1, 1, 2, 2)]
    [InlineData("pages-by-channel-and-device", 1, 1, 2, 2)]
    [InlineData("sms-for-the-paid", 1, 1, 2, 2)]
    [InlineData("number-before-a-device-alone", 1, 1, 2, 2)]
    [MemberData(nameof(TakesMinutes))]
    public void A_naive_explorer_comes_to_the_same(string policy, int surfaces, int numbers, int perNumber, int perAccount)
    {
        var whole = TestPolicies.Load(policy).Document;
        var scale = new ExplorationScale { Numbers = numbers, WrongTries = 1, EveryFailures = 1, FinalFailures = 2, SendsPerNumber = perNumber, SendsPerAccount = perAccount };

        NaiveComparison.Hold(EnrolmentPolicy.Create(whole with { Surfaces = [.. whole.Surfaces.Take(surfaces)] }), scale, output);
    }
}
