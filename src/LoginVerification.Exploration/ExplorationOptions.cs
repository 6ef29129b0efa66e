namespace LoginVerification.Exploration;

/// <summary>How to explore. Immutable and thread-safe.</summary>
public sealed record ExplorationOptions
{
    /// <summary>How far books are kept; the default scale, if nothing is stated.</summary>
    public ExplorationScale Scale { get; init; } = ExplorationScale.Default;

    /// <summary>Properties beside <see cref="PolicyProperties.All"/>; their names are their own.</summary>
    public IReadOnlyList<PolicyProperty> CustomProperties { get; init; } = [];

    /// <summary>How many states to look at before giving up, counted every 65,536 states, with what is known marked <see cref="Verdict.NotClosed"/>; 50 million by default.</summary>
    public int MostStates { get; init; } = 50_000_000;

    /// <summary>Hears how far it is, every few ten thousand states; nobody, by default.</summary>
    public IProgress<ExplorationProgress>? Progress { get; init; }
}
