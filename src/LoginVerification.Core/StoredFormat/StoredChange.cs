namespace LoginVerification.Engine;

/// <summary>What a store keeps of one save, in one transaction: the texts hold whole numbers. Immutable and thread-safe.</summary>
public sealed class StoredChange
{
    internal StoredChange(string snapshot, IReadOnlyList<string> events)
    {
        Snapshot = snapshot;
        Events = events;
    }

    /// <summary>The snapshot; it takes the place of the one before.</summary>
    public string Snapshot { get; }

    /// <summary>The events, oldest first, under the versions after the expected one. The last one vouches for the snapshot.</summary>
    public IReadOnlyList<string> Events { get; }
}
