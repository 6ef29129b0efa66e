using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Tables;

/// <summary>What one shape answers for all of its kind is what each of them answers, when it is asked itself.</summary>
public class LifecycleGraphTests
{
    public static TheoryData<string, int, int, int, int, int> Bounds()
    {
        var bounds = new TheoryData<string, int, int, int, int, int>();
        foreach (var policy in new[] { "consistent", "twitter-2014" })
        {
            bounds.Add(policy, 4, 2, 9, 4, 20);
            bounds.Add(policy, 1, 1, 4, 1, 1);
            bounds.Add(policy, 3, 3, 8, 4, 3);
            if (Full.IsAsked)
                bounds.Add(policy, 5, 5, 100, 5, 20);
        }

        bounds.Add("removed-phone-cools-down", 2, 1, 6, 3, 3);
        // Where earlier codes are taken, with bounds and without.
        bounds.Add("guessed-without-end", 3, 2, 4, 4, 20);
        bounds.Add("guessed-without-end", PolicyLimits.Unlimited, 2, PolicyLimits.Unlimited, PolicyLimits.Unlimited, PolicyLimits.Unlimited);
        return bounds;
    }

    [Theory]
    [MemberData(nameof(Bounds))]
    public void Shapes_of_a_kind_are_answered_alike(string policy, int wrongTries, int everyFailures, int finalFailures, int perNumber, int perAccount)
    {
        var table = TableOf(policy, wrongTries, everyFailures, finalFailures, perNumber, perAccount);
        var counts = new AlikeCounts(table.Space.Limits);

        var strays =
            from kind in table.ShapeIds.GroupBy(shape => counts.KindOf(table[shape]))
            let asked = kind.First()
            from shape in kind.Skip(1)
            from column in table.Columns
            where table[column].Passing is null
            where AnswerTo(shape, column) != AnswerOfKind(shape, asked, column) || table.ObservationsIn(shape) != table.ObservationsIn(asked)
            select $"{table[column].Name}: {table[shape]}";

        Assert.Equal([], strays.Take(3));
        Assert.True(finalFailures is < 5 or PolicyLimits.Unlimited || table.ShapeIds.GroupBy(shape => counts.KindOf(table[shape])).Count() < table.Shapes.Length);

        (Shape?, ulong, PackedObservations, RefusalCode?, bool) AnswerTo(ShapeId shape, ColumnId column) => Told(table[shape, column], next => next);

        (Shape?, ulong, PackedObservations, RefusalCode?, bool) AnswerOfKind(ShapeId shape, ShapeId asked, ColumnId column) =>
            Told(table[asked, column], next => AlikeCounts.After(table[shape], table[asked], next));

        (Shape?, ulong, PackedObservations, RefusalCode?, bool) Told(Cell cell, Func<Shape, Shape> moved) =>
            (cell.Next is { } next ? moved(table[next]) : null, cell.Events, cell.Observations, cell.Refusal, cell.IsSameStep);
    }

    [Theory]
    [MemberData(nameof(Bounds))]
    public void The_graph_is_what_a_table_of_every_answer_says(string policy, int wrongTries, int everyFailures, int finalFailures, int perNumber, int perAccount)
    {
        var table = TableOf(policy, wrongTries, everyFailures, finalFailures, perNumber, perAccount);
        var steps =
            (from shape in table.ShapeIds
             from column in table.Columns
             where table[shape, column].IsStep
             select (From: table[shape].State, To: table[table[shape, column].Next!.Value].State, table[column].Actor, table[column].Family)).ToList();

        var graph = LifecycleWalk.Explore(table.Space.Limits, table.Inputs, PolicyProperties.Observers, int.MaxValue, null, CancellationToken.None);

        Assert.Equal(table.Shapes, graph.Shapes.ToArray());
        Assert.Equal(steps.Count, graph.Edges);
        Assert.Equal(
            steps.Where(step => step.From != step.To).Select(step => new LifecycleMove(step.From, step.To, step.Actor, step.Family)).ToHashSet(),
            graph.Moves().ToHashSet());
        Assert.Equal(table.ShapeIds.Aggregate(default(PackedObservations), (all, shape) => all | SeenIn(shape)), graph.Seen);

        PackedObservations SeenIn(ShapeId shape) => table.Columns.Aggregate(table.ObservationsIn(shape), (all, column) => all | table[shape, column].Observations);
    }

    private static DecisionTable TableOf(string policy, int wrongTries, int everyFailures, int finalFailures, int perNumber, int perAccount)
    {
        var limits = TestPolicies.Load(policy).Limits;
        var bounded = limits with
        {
            Code = limits.Code with { WrongTries = wrongTries },
            Lock = limits.Lock with { EveryFailures = everyFailures, FinalFailures = finalFailures },
            Sending = limits.Sending with { PerNumber = perNumber, PerAccount = perAccount },
        };
        var columns = Scales.ColumnsOf(policy).Where(input => input.Number is not Slot.Second).ToArray();
        return TableBuilder.Build(bounded, columns, PolicyProperties.Observers, int.MaxValue, CancellationToken.None);
    }
}
