using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Fairness;

/// <summary>The search for a fair run that misses its goal, against the definition, on small graphs.</summary>
public class FairRunsTests
{
    private static readonly int Graphs = Full.IsAsked ? 200_000 : 3_000;

    [Fact]
    public void Finds_a_run_if_and_only_if_there_is_one()
    {
        var missed = 0;
        for (var seed = 0; seed < Graphs; seed++)
        {
            var graph = new SmallGraph(seed);
            foreach (var start in graph.States)
            {
                var lasso = graph.Runs().MissingGoalFrom(new StateId(start));
                Assert.True(graph.MissesGoal(start) == lasso is not null, $"graph {seed}, state {start}");
                missed += lasso is null ? 0 : 1;
            }
        }

        Assert.InRange(missed, Graphs / 2, Graphs * 3);
    }

    [Fact]
    public void What_it_finds_is_a_fair_run_that_misses_the_goal()
    {
        for (var seed = 0; seed < Graphs; seed++)
        {
            var graph = new SmallGraph(seed);
            foreach (var start in graph.States)
            {
                if (graph.Runs().MissingGoalFrom(new StateId(start)) is { } lasso)
                    AssertMisses(graph, start, lasso);
            }
        }
    }

    /// <summary>Where one search goes on from several states, as a property's does, what it knows already changes no answer.</summary>
    [Fact]
    public void Knows_from_one_state_what_is_true_of_another()
    {
        for (var seed = 0; seed < Graphs; seed++)
        {
            var graph = new SmallGraph(seed);
            var runs = graph.Runs();
            var first = graph.States.FirstOrDefault(start => runs.MissingGoalFrom(new StateId(start)) is not null, -1);

            Assert.Equal(graph.States.FirstOrDefault(graph.MissesGoal, -1), first);
        }
    }

    private static void AssertMisses(SmallGraph graph, int start, Lasso lasso)
    {
        List<int> stem = [.. lasso.Stem.Select(state => (int)state.Index)], cycle = [.. lasso.Cycle.Select(state => (int)state.Index)];
        Assert.Equal(start, stem[0]);
        Assert.All(stem.Zip(stem.Skip(1)), step => Assert.True(graph.IsMove(step.First, step.Second)));
        Assert.All(cycle.Zip(cycle.Skip(1)), step => Assert.True(graph.IsCounted(step.First, step.Second)));
        Assert.DoesNotContain(stem.Concat(cycle), graph.IsGoal);
        Assert.Equal(cycle.Count > 0, graph.States.Any(to => graph.IsCounted(stem[^1], to)));
        if (cycle.Count > 0)
            Assert.Equal((stem[^1], stem[^1]), (cycle[0], cycle[^1]));
        Assert.True(graph.IsWhereFairRunEnds(graph.CountedFrom(stem[^1])));
    }
}
