using LoginVerification.Exploration.Tests.Support;
using Xunit.Abstractions;

namespace LoginVerification.Exploration.Tests.Replay;

/// <summary>Whatever is violated is shown by a trace that can be followed with the real service.</summary>
public sealed class TraceReplayTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("consistent")]
    [InlineData("twitter-2014")]
    [InlineData("twitter-2014-web-takes-code")]
    public void Every_violation_in_a_policy_and_in_each_change_of_it_has_a_trace_that_the_service_follows(string name)
    {
        var explorer = new Explorer();
        var shipped = ShippedPolicies.Load(name).Document;
        var told = new Dictionary<string, int>();
        // The default policy takes minutes.
        var every = Full.Or(name == "consistent" ? 4 : 1);
        foreach (var (change, document) in SingleChanges.Of(shipped).Where((_, index) => index % every == 0).Select(change => (change.Description, change.Document)).Prepend(("as shipped", shipped)))
        {
            if (Created(document) is not { } policy)
                continue;
            var explored = explorer.Explore(policy);
            using var replay = new TraceReplay(explorer.ModelOf(policy, explored.Scale, CancellationToken.None));
            // Stories of sign-ins have no screens: NaiveSignInTests follows the one of a shipped policy on paper.
            foreach (var violated in explored.Properties.Where(property => property is { Verdict: Verdict.Violated, Kind: not PropertyKind.SignIn }))
            {
                Assert.True(replay.Complaint(violated.Trace) is null, $"{change}: {violated.Name}: {replay.Complaint(violated.Trace)}");
                told[violated.Name] = told.GetValueOrDefault(violated.Name) + 1;
            }
        }

        output.WriteLine(string.Join(", ", told.Select(property => $"{property.Key} {property.Value}")));
    }

    private static EnrolmentPolicy? Created(PolicyDocument document)
    {
        try
        {
            return EnrolmentPolicy.Create(document);
        }
        catch (PolicyInvalidException)
        {
            return null;
        }
    }
}
