namespace LoginVerification.Exploration;

/// <summary>What the lifecycle alone shows: every shape and every cell of a table.</summary>
internal sealed class TableEvidence(DecisionTable table) : Evidence(table, table.Space.Limits, table.IsComplete)
{
    public override IReadOnlyList<Step> CounterexampleOf(ITableObserver observer, Observations sought)
    {
        var number = Table.Observers.NumberOf(observer);
        foreach (var shape in Table.ShapeIds)
        {
            if (Has(Table.ObservationsIn(shape), number, sought))
                return CounterexampleTo(shape);
            foreach (var column in Table.Columns)
            {
                if (Has(Table[shape, column].Observations, number, sought))
                    return [.. CounterexampleTo(shape), Labels.Step(Table, shape, column)];
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
            story.Add(Labels.Step(Table, from, column));
            shape = from;
        }

        story.Reverse();
        return story;
    }
}
