namespace LoginVerification.Exploration;

/// <summary>How variants of a policy are explored. Immutable and thread-safe.</summary>
public sealed record VariantOptions
{
    /// <summary>How far books are kept; the default scale, if nothing is stated.</summary>
    public ExplorationScale Scale { get; init; } = ExplorationScale.Default;

    /// <summary>How many states of a variant to look at before giving up, as <see cref="ExplorationOptions.MostStates"/>; what then is not known is told as <see cref="PropertyEffect.Unknown"/>.</summary>
    public int MostStates { get; init; } = new ExplorationOptions().MostStates;

    /// <summary>How many shapes of an enrolment to look at before giving up, as <see cref="ExplorationOptions.MostShapes"/>.</summary>
    public int MostShapes { get; init; } = new ExplorationOptions().MostShapes;

    /// <summary>Hears after each variant how many there were; nobody, by default.</summary>
    public IProgress<int>? Progress { get; init; }

    internal ExplorationOptions Exploration => new() { Scale = Scale, MostStates = MostStates, MostShapes = MostShapes };
}
