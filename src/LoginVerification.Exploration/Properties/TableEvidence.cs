namespace LoginVerification.Exploration;

/// <summary>What the lifecycle alone shows: every shape and every cell of a table.</summary>
internal sealed class TableEvidence(DecisionTable table) : Evidence(table, table.IsComplete)
{
    public override IReadOnlyList<Step> CounterexampleOf(ITableObserver observer)
    {
        var number = Table.Observers.NumberOf(observer);
        foreach (var shape in Table.ShapeIds)
        {
            if (IsViolation(Table.ObservationsIn(shape), number))
                return CounterexampleTo(shape);
            foreach (var column in Table.Columns)
            {
                if (IsViolation(Table[shape, column].Observations, number))
                    return [.. CounterexampleTo(shape), Steps.Of(Table, shape, column)];
            }
        }

        return [];
    }

    protected override bool IsReached(ShapeId shape) => true;

    protected override bool IsAttempted(ShapeId shape, ColumnId column) => true;

    private List<Step> CounterexampleTo(ShapeId shape)
    {
        var story = new List<Step>();
        while (shape != ShapeId.Initial)
        {
            var (from, column) = Table.OriginOf(shape);
            story.Add(Steps.Of(Table, from, column));
            shape = from;
        }

        story.Reverse();
        return story;
    }
}
