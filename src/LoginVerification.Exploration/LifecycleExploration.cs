namespace LoginVerification.Exploration;

/// <summary>What came of exploring the lifecycle alone, without screens. Immutable and thread-safe.</summary>
public sealed record LifecycleExploration
{
    /// <summary>The bounds that it was explored at.</summary>
    public required ExplorationScale Scale { get; init; }

    /// <summary>How many shapes of an enrolment can arise.</summary>
    public required int States { get; init; }

    /// <summary>How many edges there are between them: a shape and an input by which something happens.</summary>
    public required long Edges { get; init; }

    /// <summary>Whether every shape was looked at.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Which limit ended it; null where none did.</summary>
    public ExplorationLimit? Limit { get; init; }

    /// <summary>Who moves an enrolment from one state of the lifecycle to another, and by what: each move once, whatever else it depends on.</summary>
    public required IReadOnlyList<LifecycleMove> Moves { get; init; }

    /// <summary>The lifecycle's properties and what came of them.</summary>
    public required IReadOnlyList<PropertyVerdict> Properties { get; init; }
}
