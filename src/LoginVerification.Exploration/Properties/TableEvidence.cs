namespace LoginVerification.Exploration;

/// <summary>What the lifecycle alone shows: every shape and every cell of a table.</summary>
internal sealed class TableEvidence(DecisionTable table) : Evidence(table, table.IsComplete)
{
    public override IReadOnlyList<TraceStep> StoryOfViolation(ITableObserver observer)
    {
        var number = Table.Observers.NumberOf(observer);
        foreach (var shape in Table.ShapeIds)
        {
            if (IsViolation(Table.ObservationsIn(shape), number))
                return StoryTo(shape);
            foreach (var column in Table.Columns)
            {
                if (IsViolation(Table[shape, column].Observations, number))
                    return [.. StoryTo(shape), Labels.Step(Table, shape, column)];
            }
        }

        return [];
    }

    protected override bool IsReached(ShapeId shape) => true;

    protected override bool IsAttempted(ShapeId shape, ColumnId column) => true;

    private List<TraceStep> StoryTo(ShapeId shape)
    {
        var story = new List<TraceStep>();
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
