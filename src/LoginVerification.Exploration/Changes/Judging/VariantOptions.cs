namespace LoginVerification.Exploration;

/// <summary>How variants of a policy are explored. Immutable and thread-safe.</summary>
public sealed record VariantOptions
{
    /// <summary>How far books are kept; the default scale, if nothing is stated.</summary>
    public ExplorationScale Scale { get; init; } = ExplorationScale.Default;

    /// <summary>Hears after each variant how many there were; nobody, by default.</summary>
    public IProgress<int>? Progress { get; init; }
}
