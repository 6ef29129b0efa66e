namespace LoginVerification.Exploration;

/// <summary>What one policy gains and loses against another one. Immutable and thread-safe.</summary>
public sealed record PolicyDifference
{
    /// <summary>The name of the policy before.</summary>
    public required string Left { get; init; }

    /// <summary>The name of the policy after.</summary>
    public required string Right { get; init; }

    /// <summary>Who can come to VerificationEnabled and could not before.</summary>
    public required IReadOnlyList<CellChange> Gained { get; init; }

    /// <summary>Who cannot any more.</summary>
    public required IReadOnlyList<CellChange> Lost { get; init; }

    /// <summary>Who needs more steps.</summary>
    public required IReadOnlyList<CellChange> Longer { get; init; }

    /// <summary>Who needs fewer steps.</summary>
    public required IReadOnlyList<CellChange> Shorter { get; init; }

    /// <summary>Who needs as many steps as before, or has no way as before, and meets another first refusal, or none any more.</summary>
    public required IReadOnlyList<CellChange> Refusals { get; init; }

    /// <summary>Who is on the way, or enrolled, when the new policy comes into force, and is led nowhere by it; null where nobody knows, because not every state was looked at.</summary>
    public required IReadOnlyList<StrandedUsers>? Stranded { get; init; }

    /// <summary>Properties with another verdict, and those of which nobody knows.</summary>
    public required IReadOnlyList<VerdictChange> Verdicts { get; init; }

    /// <summary>
    /// Limits, waits and modes that are others, as edits of a file that states every default. What users can do at the scale of the exploration may be the same with them, and time is
    /// none of what is compared above.
    /// </summary>
    public required IReadOnlyList<PolicyEdit> Settings { get; init; }

    /// <summary>Whether every state of both policies was looked at. The cells above are known in either case: their routes have few states.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Whether nothing that is compared differs, and that is known.</summary>
    public bool IsEmpty => IsComplete && Gained.Count + Lost.Count + Longer.Count + Shorter.Count + Refusals.Count + Stranded!.Count + Verdicts.Count + Settings.Count == 0;
}
