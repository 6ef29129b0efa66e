using LoginVerification.Exploration.Tests.SignIns;
using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Verdicts;

/// <summary>Who has not looked everywhere has proved nothing.</summary>
public sealed class UnfinishedTests
{
    public static TheoryData<string> Policies => [.. ShippedPolicies.Names];

    [Theory]
    [MemberData(nameof(Policies))]
    public void An_exploration_that_ends_at_its_limit_proves_nothing_of_what_can_be_reached(string policy)
    {
        var explored = new Explorer().Explore(ShippedPolicies.Load(policy), new ExplorationOptions { MostStates = 1 });

        IsUnfinished(explored.IsComplete, [.. explored.Properties.Where(property => !AskedOfRules.Contains(property.Name))]);
        Assert.Equal(0, explored.OperatorOnly);
        Assert.Equal(ExplorationLimit.States, explored.Limit);
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void What_the_rules_alone_answer_is_answered_at_every_limit(string policy)
    {
        var whole = new Explorer().Explore(ShippedPolicies.Load(policy));
        var fewStates = new Explorer().Explore(ShippedPolicies.Load(policy), new ExplorationOptions { MostStates = 1 });
        var fewShapes = new Explorer().Explore(ShippedPolicies.Load(policy), new ExplorationOptions { MostShapes = 50 });

        Assert.Equal((null, ExplorationLimit.States, ExplorationLimit.Shapes), (whole.Limit, fewStates.Limit, fewShapes.Limit));
        Assert.All(AskedOfRules, name => Assert.Equal([Told(whole, name), Told(whole, name)], new[] { Told(fewStates, name), Told(fewShapes, name) }));
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void An_exploration_that_is_cancelled_proves_nothing(string policy)
    {
        var explored = new Explorer().Explore(ShippedPolicies.Load(policy), cancellationToken: new CancellationToken(canceled: true));

        IsUnfinished(explored.IsComplete, explored.Properties);
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void An_exploration_of_the_lifecycle_that_is_cancelled_proves_nothing(string policy)
    {
        var explored = new Explorer().ExploreLifecycle(ShippedPolicies.Load(policy), cancellationToken: new CancellationToken(canceled: true));

        IsUnfinished(explored.IsComplete, explored.Properties);
    }

    [Fact]
    public void A_search_of_sign_ins_ends_once_it_is_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        var asked = new HashSet<Enrolment>(ReferenceEqualityComparer.Instance);

        Assert.Throws<OperationCanceledException>(() => SignInScales.GraphOf(
            Scales.Of("consistent").Limits,
            (situation, command) =>
            {
                asked.Add(situation.Enrolment);
                if (asked.Count == 10)
                    cancelled.Cancel();
                return Decider.Decide(situation, command);
            },
            cancelled.Token));

        Assert.Equal(10, asked.Count);
    }

    /// <summary>The graph is complete once the first property is judged, and the rest is stopped.</summary>
    [Fact]
    public void An_exploration_that_is_cancelled_before_the_sign_ins_proves_nothing_of_them()
    {
        using var cancelled = new CancellationTokenSource();

        var explored = new Explorer().Explore(ShippedPolicies.Twitter2014, new ExplorationOptions { Progress = new Heard(cancelled.Cancel) }, cancelled.Token);

        Assert.True(explored.IsComplete);
        Assert.Equal((0, 0), (explored.SignInStates, explored.SignInEdges));
        var verdicts = explored.Properties.Where(property => property.Kind is PropertyKind.SignIn).ToList();
        Assert.Equal(3, verdicts.Count);
        Assert.All(verdicts, property => Assert.Equal(Verdict.NotClosed, property.Verdict));
    }

    [Fact]
    public void What_was_cancelled_is_not_remembered()
    {
        var explorer = new Explorer();
        explorer.Explore(ShippedPolicies.Consistent, cancellationToken: new CancellationToken(canceled: true));

        Assert.True(explorer.Explore(ShippedPolicies.Consistent).IsComplete);
    }

    [Fact]
    public void A_lifecycle_that_ends_at_its_limit_is_not_complete()
    {
        var explored = new Explorer().ExploreLifecycle(ShippedPolicies.Consistent, new ExplorationOptions { MostShapes = 50 });

        IsUnfinished(explored.IsComplete, explored.Properties);
        Assert.Equal(ExplorationLimit.Shapes, explored.Limit);
        Assert.InRange(explored.States, 51, 1_000);
    }

    /// <summary>What the properties by their own words ask of gates, and not of what can be reached.</summary>
    private static IReadOnlyList<string> AskedOfRules { get; } = ["AcceptanceAgrees", "EnableGateAgreesWithAddGate"];

    private static (Verdict Verdict, string? Reason) Told(PolicyExploration explored, string name) =>
        explored.Properties.Where(property => property.Name == name).Select(property => (property.Verdict, property.Reason)).Single();

    private static void IsUnfinished(bool isComplete, IReadOnlyList<PropertyVerdict> verdicts)
    {
        Assert.False(isComplete);
        Assert.Contains(verdicts, property => property.Verdict is Verdict.NotClosed);
        Assert.All(verdicts, property => Assert.True(property.Verdict is Verdict.NotClosed or Verdict.Violated, $"{property.Name}: {property.Verdict}"));
    }

    private sealed class Heard(Action judging) : IProgress<ExplorationProgress>
    {
        public void Report(ExplorationProgress value)
        {
            if (value.Property is not null)
                judging();
        }
    }
}
