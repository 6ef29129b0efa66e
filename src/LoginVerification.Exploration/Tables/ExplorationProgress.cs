namespace LoginVerification.Exploration;

/// <summary>How far an exploration is. Immutable; compares by value.</summary>
/// <param name="States">States found so far.</param>
/// <param name="Edges">Edges taken so far.</param>
public readonly record struct ExplorationProgress(long States, long Edges)
{
    /// <summary>Shapes of an enrolment found so far, while they are looked for.</summary>
    public int Shapes { get; init; }

    /// <summary>Which property began to be judged last, beside others; null before any did.</summary>
    public string? Property { get; init; }
}
