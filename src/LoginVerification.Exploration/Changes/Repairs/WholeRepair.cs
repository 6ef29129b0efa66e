namespace LoginVerification.Exploration;

/// <summary>What came of looking for one repair of all that is violated. Immutable and thread-safe.</summary>
/// <param name="Repair">The repair; null where nothing is violated, or nothing can be repaired.</param>
/// <param name="Violated">What is violated without it.</param>
/// <param name="Left">What is violated with it, or was before and is vacuous with it.</param>
/// <param name="Open">Of what nobody knows whether it is violated with it, because not every state was looked at.</param>
public sealed record WholeRepair(PolicyRepair? Repair, IReadOnlyList<string> Violated, IReadOnlyList<string> Left, IReadOnlyList<string> Open)
{
    /// <summary>How many variants of the policy were explored.</summary>
    public required int Tried { get; init; }

    /// <summary>Whether every state of the policy and of each variant was looked at. If not, a variant that was not may be a better repair, and nobody knows.</summary>
    public required bool IsComplete { get; init; }
}
