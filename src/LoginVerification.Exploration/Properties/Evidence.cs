namespace LoginVerification.Exploration;

/// <summary>What an exploration found, as properties ask for it: of the lifecycle alone, or of screens and all.</summary>
internal abstract class Evidence(DecisionTable table, bool isComplete)
{
    public DecisionTable Table => table;

    public bool IsComplete => isComplete;

    /// <summary>All that any of the lifecycle's properties saw, in shapes and steps that can be reached.</summary>
    public ulong Seen => field == 0 ? field = Look() : field;

    public Observations SeenBy(LifecycleProperty property) => PackedObservations.Unpack(IndexOf(property), Seen);

    /// <summary>The shortest story that ends where the property sees a violation.</summary>
    public abstract IReadOnlyList<TraceStep> StoryOfViolation(LifecycleProperty property);

    protected static int IndexOf(LifecycleProperty property) => LifecycleProperty.Known.Index().First(known => ReferenceEquals(known.Item, property)).Index;

    /// <summary>Whether a shape can be reached.</summary>
    protected abstract bool IsReached(int shape);

    /// <summary>Whether an input is put to a shape somewhere.</summary>
    protected abstract bool IsAttempted(int shape, int input);

    private ulong Look()
    {
        var seen = 0UL;
        for (var shape = 0; shape < table.Shapes.Length; shape++)
        {
            if (!IsReached(shape))
                continue;
            seen |= table.Observations[shape];
            for (var input = 0; input < table.Inputs.Length; input++)
            {
                ref readonly var cell = ref table[shape, input];
                if (cell.Observations != 0 && IsAttempted(shape, input))
                    seen |= cell.Observations;
            }
        }

        return seen;
    }
}
