namespace LoginVerification.Engine;

/// <summary>
/// The JSON that a store keeps of snapshots and events. What one release wrote, every later one reads. Pure and thread-safe.
/// </summary>
/// <remarks>
/// <para>
/// A document says its format in <c>v</c>, an event also its <c>type</c>. Every key is always written, null included: a key that is
/// missing is lost data and never a default. Instants are ISO 8601 in UTC, enums are names, numbers are E.164: the store is the one
/// place, beside the SMS, that needs them whole.
/// </para>
/// <para>
/// An unknown key is refused, not ignored: an older process that ignored it would drop it with its next save, and with it perhaps what
/// protects a log-in. So a format changes in two deployments: the first reads the new version, the next one writes it.
/// </para>
/// <para>
/// What cannot be read again is not written either: a snapshot that contradicts itself is refused in both directions.
/// </para>
/// </remarks>
public static class StoredFormat
{
    /// <summary>A snapshot as it is stored.</summary>
    /// <param name="enrolment">The snapshot.</param>
    /// <exception cref="StoredDataException">It contradicts itself, or holds a text that is not well-formed Unicode.</exception>
    public static string Write(Enrolment enrolment)
    {
        ArgumentNullException.ThrowIfNull(enrolment);
        return StoredJson.Write(StoredEnrolment.Of(StoredCoherence.Ensure(enrolment)), StoredJson.Enrolment);
    }

    /// <summary>An event as it is stored.</summary>
    /// <param name="happened">The event.</param>
    /// <exception cref="StoredDataException">It contradicts itself, or holds a text that is not well-formed Unicode.</exception>
    public static string Write(EnrolmentEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return StoredJson.Write(StoredEvent.Of(StoredCoherence.Ensure(happened)), StoredJson.Event);
    }

    /// <summary>Reads a stored snapshot.</summary>
    /// <param name="json">What <see cref="Write(Enrolment)"/> of this or an earlier release gave.</param>
    /// <exception cref="StoredDataException">It is anything else. Never take it for an account without an enrolment.</exception>
    public static Enrolment ReadEnrolment(string json) =>
        StoredCoherence.Ensure(StoredJson.Read(json, StoredJson.Enrolment).ToEnrolment());

    /// <summary>Reads a stored event.</summary>
    /// <param name="json">What <see cref="Write(EnrolmentEvent)"/> of this or an earlier release gave.</param>
    /// <exception cref="StoredDataException">It is anything else.</exception>
    public static EnrolmentEvent ReadEvent(string json) =>
        StoredCoherence.Ensure(StoredJson.Read(json, StoredJson.Event).ToEvent());
}
