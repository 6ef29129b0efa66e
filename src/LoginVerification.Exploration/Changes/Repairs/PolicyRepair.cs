namespace LoginVerification.Exploration;

/// <summary>A set of edits after which a property is proved, and what was proved before is proved still: it was explored. Immutable and thread-safe.</summary>
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

    /// <summary>For how many cells of the matrix something changes: who can enrol where, and in how many steps.</summary>
    public required int ChangedCells { get; init; }

    /// <summary>Other properties that were violated and are so no more.</summary>
    public required IReadOnlyList<string> AlsoMended { get; init; }
}
