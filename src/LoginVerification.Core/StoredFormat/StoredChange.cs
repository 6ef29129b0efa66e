using System.Text.Json.Serialization;

namespace LoginVerification.Engine;

/// <summary>
/// What a store keeps of one save, in one transaction. The texts hold whole numbers, so that neither is part of its JSON: hand them to the
/// database by name. Immutable and thread-safe.
/// </summary>
public sealed class StoredChange
{
    internal StoredChange(string snapshot, IReadOnlyList<string> events)
    {
        Snapshot = snapshot;
        Events = events;
    }

    /// <summary>The snapshot; it takes the place of the one before.</summary>
    [JsonIgnore]
    public string Snapshot { get; }

    /// <summary>The events, oldest first, under the versions after the expected one. The last one vouches for the snapshot.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Events { get; }
}
