using System.Diagnostics.CodeAnalysis;

namespace LoginVerification.Engine;

/// <summary>
/// The JSON that a store keeps of snapshots, events and what erasures leave. What one release wrote, every later one reads. Pure and thread-safe.
/// </summary>
/// <remarks>
/// <para>
/// A document says its <c>type</c> and the version <c>v</c> of that type, so that one type can change without the others. Every key is always
/// written, null included: a key that is missing is lost data and never a default. Instants are ISO 8601 in UTC, enums are names, numbers are
/// E.164: the store is the one place, beside the SMS, that needs them whole.
/// </para>
/// <para>
/// An unknown key is refused, not ignored: an older process that ignored it would drop it with its next save, and with it perhaps what
/// protects a log-in. So a type changes in two deployments: the first reads the new version, the next one writes it.
/// </para>
/// <para>
/// The last event of a save vouches for the snapshot by its SHA-256, so that the two are stored and read together. That finds damage, a hand
/// edit, an older snapshot beside newer events: such a snapshot is unreadable, and never "no protection". It does not find who can write both
/// and reckon the digest anew; keep the database from everybody else.
/// </para>
/// <para>
/// What cannot be read again is not written either: a snapshot that contradicts itself is refused in both directions.
/// </para>
/// </remarks>
public static class StoredFormat
{
    /// <summary>What one save stores.</summary>
    /// <param name="change">The save; at least one event happened.</param>
    /// <exception cref="StoredDataException">
    /// The snapshot or an event contradicts itself, or holds a text that is not well-formed Unicode; or no event vouches for the snapshot.
    /// </exception>
    public static StoredChange Write(EnrolmentChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (change.Events.Count == 0)
            throw StoredFault.At("$", "nothing happened, so that no event vouches for the snapshot.");
        var snapshot = StoredJson.Named(StoredEnrolment.Of(StoredCoherence.Ensure(change.Enrolment)), StoredVersions.Snapshots);
        var events = new string[change.Events.Count];
        for (var i = 0; i < events.Length; i++)
        {
            var digest = i == events.Length - 1 ? StoredJson.Digest(snapshot, StoredVersions.Snapshots) : null;
            var happened = StoredEvent.Of(StoredCoherence.Ensure(change.Events[i])) with { SnapshotDigest = digest };
            events[i] = StoredJson.Write(StoredJson.Named(happened, StoredVersions.Events), StoredVersions.Events);
        }

        return new StoredChange(StoredJson.Write(snapshot, StoredVersions.Snapshots), events);
    }

    /// <summary>Reads a stored snapshot, for which the last stored event of the account has to vouch.</summary>
    /// <param name="snapshot">The text of the snapshot, or null where the store has none for the account.</param>
    /// <param name="lastEvent">The text of the account's event with the highest version, read in the same transaction, or null where the store has none.</param>
    /// <returns>The snapshot; null only where there is neither snapshot nor event: an account that never did anything.</returns>
    /// <exception cref="StoredDataException">
    /// The text is anything else than what this or an earlier release wrote, or only one of the two is there, or the event does not vouch for the
    /// snapshot. Never take it for an account without an enrolment.
    /// </exception>
    [return: NotNullIfNotNull(nameof(snapshot))]
    [return: NotNullIfNotNull(nameof(lastEvent))]
    public static Enrolment? ReadEnrolment(string? snapshot, string? lastEvent)
    {
        if (snapshot is null && lastEvent is null)
            return null;
        if (snapshot is null || lastEvent is null)
            throw StoredFault.At("$", snapshot is null ? "there are events, and no snapshot." : "there is a snapshot, and no event that vouches for it.");
        var stored = StoredJson.Read(snapshot, StoredVersions.Snapshots);
        var voucher = (StoredEvent)StoredJson.Read(lastEvent, StoredVersions.Events);
        // The digest is of the document as it was stored: an older version becomes today's only afterwards.
        return voucher.SnapshotDigest == StoredJson.Digest(stored, StoredVersions.Snapshots)
            ? StoredCoherence.Ensure(stored.ToDomain())
            : throw StoredFault.At("$", "the last event does not vouch for the snapshot. It was altered, or one of the two is older than the other.");
    }

    /// <summary>Reads a stored event.</summary>
    /// <param name="json">One of the events that <see cref="Write"/> of this or an earlier release gave.</param>
    /// <exception cref="StoredDataException">It is anything else.</exception>
    public static EnrolmentEvent ReadEvent(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return StoredCoherence.Ensure(StoredJson.Read(json, StoredVersions.Events).ToDomain());
    }

    /// <summary>What an erasure leaves in the store. It holds no number.</summary>
    /// <param name="erasure">What is left.</param>
    /// <exception cref="StoredDataException">It contradicts itself, or holds a text that is not well-formed Unicode.</exception>
    public static string WriteErasure(Erasure erasure)
    {
        ArgumentNullException.ThrowIfNull(erasure);
        return StoredJson.Write(StoredJson.Named(StoredErasure.Of(StoredCoherence.Ensure(erasure)), StoredVersions.Erasures), StoredVersions.Erasures);
    }

    /// <summary>Reads what an erasure left.</summary>
    /// <param name="json">What <see cref="WriteErasure"/> of this or an earlier release gave.</param>
    /// <exception cref="StoredDataException">It is anything else.</exception>
    public static Erasure ReadErasure(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return StoredCoherence.Ensure(StoredJson.Read(json, StoredVersions.Erasures).ToDomain());
    }
}
