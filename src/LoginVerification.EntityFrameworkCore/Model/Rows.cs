namespace LoginVerification.EntityFrameworkCore;

// The tables. Every key of an account's data begins with the account, so that they can be partitioned by it; no table refers to another, because a foreign key
// cannot cross partitions that lie on another server. What a transaction writes of one account is all that they need. Instants are whole
// milliseconds since 1970.

/// <summary>The snapshot of an account, which each save replaces.</summary>
internal sealed class EnrolmentRow
{
    public required string Account { get; init; }

    /// <summary>The random id of the enrolment: after an erasure the account may have another one at the same version.</summary>
    public required Guid Enrolment { get; init; }

    public required long Version { get; init; }

    /// <summary>When the pending number lapses, for who looks for those; null where none is pending.</summary>
    public required long? PendingLapsesAt { get; init; }

    public required byte[] Snapshot { get; init; }
}

/// <summary>One event. The last one vouches for the snapshot.</summary>
internal sealed class EventRow
{
    public required string Account { get; init; }

    public required long Version { get; init; }

    public required byte[] Body { get; init; }
}

/// <summary>What an erasure left of an enrolment: no number, and nothing that leads to one.</summary>
internal sealed class ErasureRow
{
    public required string Account { get; init; }

    /// <summary>1 for the first enrolment of the account that was erased.</summary>
    public required int Number { get; init; }

    public required byte[] Body { get; init; }
}

/// <summary>What one account knows of one number, to look accounts up by it.</summary>
internal sealed class NumberRow
{
    public required string Account { get; init; }

    /// <summary>Stands for the number: a keyed hash, or its text where no key is configured.</summary>
    public required byte[] Number { get; init; }

    /// <summary>Whether the account has it verified, and in good standing.</summary>
    public required bool IsHeld { get; init; }

    public required bool IsOptedOut { get; init; }
}

/// <summary>One message that is still to be sent.</summary>
internal sealed class OutboxRow
{
    public required string Account { get; init; }

    public required Guid Id { get; init; }

    public required Guid Enrolment { get; init; }

    public required long EventVersion { get; init; }

    public required OutboxEffect Effect { get; init; }

    public required long DueAt { get; init; }

    public required int Attempts { get; init; }

    /// <summary>Which claim has the message, so that a claim finds what it won.</summary>
    public Guid? Claim { get; init; }
}

/// <summary>A key by which data here may be sealed: a few rows, the same on each server.</summary>
internal sealed class SealingKeyRow
{
    public required string KeyId { get; init; }

    /// <summary>Something known, sealed by the key: it tells whether a key of that id is the one that was meant.</summary>
    public required byte[] Check { get; init; }

    /// <summary>The greater, the later the key was entered: the one with the greatest seals data anew. 0 for one that was put back.</summary>
    public required int Sequence { get; init; }

    /// <summary>Up to which account the pass that goes on has come; null where it begins.</summary>
    public string? ResealedTo { get; init; }

    /// <summary>When a pass through all data ended after which nothing under another key was found; null where there was none.</summary>
    public long? CleanAt { get; init; }

    /// <summary>Whether all data is sealed by this key, and no other is needed.</summary>
    public required bool IsComplete { get; init; }
}
