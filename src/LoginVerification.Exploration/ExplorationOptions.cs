namespace LoginVerification.Exploration;

/// <summary>How to explore. Immutable and thread-safe.</summary>
public sealed record ExplorationOptions
{
    /// <summary>How far books are kept; the default scale, if nothing is stated.</summary>
    public ExplorationScale Scale { get; init; } = ExplorationScale.Default;

    /// <summary>Which of the library's properties to judge; all of them, if nothing is stated. What none of them asks for is not worked out.</summary>
    public IReadOnlyList<PolicyProperty> Properties { get; init; } = PolicyProperties.All;

    /// <summary>Properties of your own beside them; their names are their own. They are judged side by side, so that tests are called from several threads.</summary>
    public IReadOnlyList<PolicyProperty> CustomProperties { get; init; } = [];

    /// <summary>How many states to look at before giving up, counted every 65,536 states, with what then is not known marked <see cref="Verdict.NotClosed"/>; 50 million by default.</summary>
    public int MostStates { get; init; } = 50_000_000;

    /// <summary>How many shapes of an enrolment to look at before giving up; a million by default.</summary>
    public int MostShapes { get; init; } = 1_000_000;

    /// <summary>Hears how far it is, every few ten thousand states and with each property; nobody, by default. One report at a time, from whatever thread; properties are judged side by side.</summary>
    public IProgress<ExplorationProgress>? Progress { get; init; }
}
