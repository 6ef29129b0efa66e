namespace LoginVerification.Exploration;

/// <summary>What an exploration found, as properties ask for it: of the lifecycle alone, or of screens and all.</summary>
internal abstract class Evidence(DecisionTable table, EnrolmentLimits ownLimits, bool isComplete)
{
    public DecisionTable Table => table;

    /// <summary>The limits that the policy itself has, at whatever scale it was explored.</summary>
    public EnrolmentLimits OwnLimits => ownLimits;

    public bool IsComplete => isComplete;

    /// <summary>All that any observer saw, in shapes and transitions that can be reached.</summary>
    private PackedObservations Seen => field.IsEmpty ? field = Look() : field;

    public Observations SeenBy(ITableObserver observer) => Seen[table.Observers.NumberOf(observer)];

    /// <summary>The shortest story that ends where the observer sees what is sought: a violation, if nothing else is.</summary>
    public abstract IReadOnlyList<Step> CounterexampleOf(ITableObserver observer, Observations sought = Observations.Violation);

    /// <summary>Whether a shape can be reached.</summary>
    protected abstract bool IsReached(ShapeId shape);

    /// <summary>Whether an input is put to a shape somewhere.</summary>
    protected abstract bool IsAttempted(ShapeId shape, ColumnId column);

    protected static bool Has(PackedObservations seen, int observer, Observations sought) => seen[observer].HasFlag(sought);

    private PackedObservations Look()
    {
        var seen = default(PackedObservations);
        foreach (var shape in table.ShapeIds)
        {
            if (!IsReached(shape))
                continue;
            seen |= table.ObservationsIn(shape);
            var row = table.RowOf(shape);
            for (var column = 0; column < row.Length; column++)
            {
                if (!row[column].Observations.IsEmpty && IsAttempted(shape, new ColumnId(column)))
                    seen |= row[column].Observations;
            }
        }

        return seen;
    }
}
