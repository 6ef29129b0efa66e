namespace LoginVerification.Exploration;

/// <summary>What the lifecycle alone shows: every shape and every cell of a table.</summary>
internal sealed class TableEvidence(DecisionTable table) : Evidence(table, table.IsComplete)
{
    public override IReadOnlyList<TraceStep> StoryOfViolation(LifecycleProperty property)
    {
        var index = IndexOf(property);
        for (var shape = 0; shape < Table.Shapes.Length; shape++)
        {
            if (PackedObservations.Unpack(index, Table.Observations[shape]).HasFlag(Observations.Violation))
                return StoryTo(shape);
            for (var input = 0; input < Table.Inputs.Length; input++)
            {
                if (PackedObservations.Unpack(index, Table[shape, input].Observations).HasFlag(Observations.Violation))
                    return [.. StoryTo(shape), Labels.Step(Table, shape, input)];
            }
        }

        return [];
    }

    protected override bool IsReached(int shape) => true;

    protected override bool IsAttempted(int shape, int input) => true;

    private List<TraceStep> StoryTo(int shape)
    {
        var story = new List<TraceStep>();
        while (shape != 0)
        {
            var (from, input) = Table.OriginOf(shape);
            story.Add(Labels.Step(Table, from, input));
            shape = from;
        }

        story.Reverse();
        return story;
    }
}
