namespace LoginVerification.Exploration;

/// <summary>A property and what came of it. Immutable and thread-safe.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Kind">What it looks at.</param>
/// <param name="Verdict">What came of it.</param>
public sealed record PropertyVerdict(string Name, PropertyKind Kind, Verdict Verdict)
{
    /// <summary>Why, for what is violated, vacuous or not closed; null for what is proved.</summary>
    public string? Reason { get; init; }

    /// <summary>The shortest story that ends in a violation; null where none is owed.</summary>
    public IReadOnlyList<TraceStep>? Trace { get; init; }

    /// <summary>For a trap: the steps that closed the door, those that trap most first.</summary>
    public IReadOnlyList<TrapEntry> TrapEntries { get; init; } = [];
}
