namespace LoginVerification.Exploration;

/// <summary>What an exploration found, as properties ask for it: of the lifecycle alone, or of screens and all.</summary>
internal abstract class Evidence(bool isComplete)
{
    public bool IsComplete => isComplete;

    /// <summary>All that an observer saw, in shapes and transitions that can be reached.</summary>
    public abstract Observations SeenBy(ITableObserver observer);

    /// <summary>The shortest counterexample that ends where the observer sees a violation.</summary>
    public abstract IReadOnlyList<Step> CounterexampleOf(ITableObserver observer);

    protected static bool IsViolation(PackedObservations seen, int observer) => seen[observer].HasFlag(Observations.Violation);
}
