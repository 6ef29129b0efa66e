using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Verdicts;

/// <summary>Who has not looked everywhere has proved nothing.</summary>
public sealed class UnfinishedTests
{
    public static TheoryData<string> Policies => [.. ShippedPolicies.Names];

    [Theory]
    [MemberData(nameof(Policies))]
    public void An_exploration_that_ends_at_its_limit_proves_nothing(string policy)
    {
        var explored = new Explorer().Explore(ShippedPolicies.Load(policy), new ExplorationOptions { MostStates = 1 });

        IsUnfinished(explored.IsComplete, explored.Properties);
        Assert.Equal(0, explored.OperatorOnly);
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
        var explored = new Explorer().ExploreLifecycle(ShippedPolicies.Load(policy), new CancellationToken(canceled: true));

        IsUnfinished(explored.IsComplete, explored.Properties);
    }

    [Fact]
    public void What_was_cancelled_is_not_remembered()
    {
        var explorer = new Explorer();
        explorer.Explore(ShippedPolicies.Consistent, cancellationToken: new CancellationToken(canceled: true));

        Assert.True(explorer.Explore(ShippedPolicies.Consistent).IsComplete);
    }

    [Fact]
    public void A_table_that_ends_at_its_limit_is_not_complete()
    {
        var table = TableBuilder.Build(Scales.Of("consistent").Limits, Scales.ColumnsOf("consistent"), PolicyProperties.Observers, mostShapes: 50, CancellationToken.None);

        IsUnfinished(table.IsComplete, [.. PolicyProperties.OfLifecycle.Select(property => property.Check(new TableEvidence(table)))]);
        Assert.True(table.Shapes.Length < Scales.TableOf("consistent").Shapes.Length);
    }

    private static void IsUnfinished(bool isComplete, IReadOnlyList<PropertyVerdict> verdicts)
    {
        Assert.False(isComplete);
        Assert.Contains(verdicts, property => property.Verdict is Verdict.NotClosed);
        Assert.All(verdicts, property => Assert.True(property.Verdict is Verdict.NotClosed or Verdict.Violated, $"{property.Name}: {property.Verdict}"));
    }
}
