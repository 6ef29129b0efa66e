namespace LoginVerification.Exploration;

/// <summary>What an exploration found, as properties ask for it: of the lifecycle alone, or of screens and all.</summary>
internal abstract class Evidence(EnrolmentLimits ownLimits, bool isComplete)
{
    /// <summary>The limits that the policy itself has, at whatever scale it was explored.</summary>
    public EnrolmentLimits OwnLimits => ownLimits;

    public bool IsComplete => isComplete;

    /// <summary>All that an observer saw, in shapes and transitions that can be reached.</summary>
    public abstract Observations SeenBy(ITableObserver observer);

    /// <summary>The shortest story that ends where the observer sees what is sought: a violation, if nothing else is.</summary>
    public abstract IReadOnlyList<Step> CounterexampleOf(ITableObserver observer, Observations sought = Observations.Violation);

    protected static bool Has(PackedObservations seen, int observer, Observations sought) => seen[observer].HasFlag(sought);
}
