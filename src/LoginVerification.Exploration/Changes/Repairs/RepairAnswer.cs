namespace LoginVerification.Exploration;

/// <summary>What came of looking for repairs of one property. Immutable and thread-safe.</summary>
/// <param name="Property">The property.</param>
/// <param name="Before">What it comes to without a repair. Where it is not violated there is nothing to repair.</param>
/// <param name="Repairs">The repairs, those with the fewest changes alone: first those with the fewest edits, then those that change the fewest cells of the matrix.</param>
public sealed record RepairAnswer(string Property, Verdict Before, IReadOnlyList<PolicyRepair> Repairs)
{
    /// <summary>How many variants of the policy were explored.</summary>
    public required int Tried { get; init; }

    /// <summary>Whether every state of the policy and of each variant was looked at. If not, a variant that was not may be a repair, and nobody knows.</summary>
    public required bool IsComplete { get; init; }
}
