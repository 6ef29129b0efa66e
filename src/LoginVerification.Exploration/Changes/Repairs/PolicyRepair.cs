namespace LoginVerification.Exploration;

/// <summary>A set of edits with which a property holds, what held before holds still, and nothing is violated any farther: it was explored. Immutable and thread-safe.</summary>
public sealed record PolicyRepair
{
    /// <summary>The changes in words, one each.</summary>
    public required IReadOnlyList<string> Changes { get; init; }

    /// <summary>The same as edits of the file, in the order in which they are applied.</summary>
    public required IReadOnlyList<PolicyEdit> Edits { get; init; }

    /// <summary>The policy with the edits.</summary>
    public required EnrolmentPolicy Policy { get; init; }

    /// <summary>How many states it has.</summary>
    public required long States { get; init; }

    /// <summary>In how many cells of the matrix, over all links, steps change: who can enrol where, and in how many.</summary>
    public required int ChangedCells { get; init; }

    /// <summary>The properties that were violated and hold with it (<see cref="PropertyEffect.Repaired"/>), the one that was asked for among them.</summary>
    public required IReadOnlyList<string> Repaired { get; init; }
}
