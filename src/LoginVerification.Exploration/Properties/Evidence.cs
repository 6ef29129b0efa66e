namespace LoginVerification.Exploration;

/// <summary>What an exploration found, as properties ask for it: of the lifecycle alone, or of screens and all.</summary>
internal abstract class Evidence(DecisionTable table, bool isComplete)
{
    public DecisionTable Table => table;

    public bool IsComplete => isComplete;

    /// <summary>All that any observer saw, in shapes and transitions that can be reached.</summary>
    private PackedObservations Seen => field.IsEmpty ? field = Look() : field;

    public Observations SeenBy(ITableObserver observer) => Seen[table.Observers.NumberOf(observer)];

    /// <summary>What is done where the observer sees a violation, or where it sees one in the shape that first comes of it.</summary>
    public IEnumerable<string> ViolatingInputs(ITableObserver observer)
    {
        var number = table.Observers.NumberOf(observer);
        return table.ShapeIds.Where(IsReached)
            .SelectMany(shape => table.Columns.Where(column => IsViolation(table[shape, column].Observations, number) && IsAttempted(shape, column))
                .Concat(IsViolation(table.ObservationsIn(shape), number) ? [table.OriginOf(shape).Column] : []))
            .Select(column => table[column].Family).Distinct();
    }

    /// <summary>The shortest counterexample that ends where the observer sees a violation.</summary>
    public abstract IReadOnlyList<Step> CounterexampleOf(ITableObserver observer);

    /// <summary>Whether a shape can be reached.</summary>
    protected abstract bool IsReached(ShapeId shape);

    /// <summary>Whether an input is put to a shape somewhere.</summary>
    protected abstract bool IsAttempted(ShapeId shape, ColumnId column);

    protected static bool IsViolation(PackedObservations seen, int observer) => seen[observer].HasFlag(Observations.Violation);

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
