namespace LoginVerification.Engine;

/// <summary>
/// What is left of an enrolment that was erased: what had happened, when and by whom, and by whom it was erased. No number, code, nonce, id of a
/// challenge or key of a request is in it, nor anything from which one could be found. Immutable; compares by value.
/// </summary>
/// <param name="Origin">When it was erased, by whom and where.</param>
/// <param name="Version">How many events there had been: the version of the last one.</param>
/// <param name="Events">What had happened, oldest first. An event whose version is left out could not be read when it was erased.</param>
public sealed record Erasure(Origin Origin, long Version, ValueList<ErasedEvent> Events);

/// <summary>That something had happened, without what it was about. Immutable; compares by value.</summary>
/// <param name="Version">The version that the event had: 1 for the first of its enrolment.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Origin">When, by whom and where.</param>
public sealed record ErasedEvent(long Version, LifecycleTrigger Kind, Origin Origin)
{
    /// <summary>What is left of an event.</summary>
    /// <param name="version">Its version.</param>
    /// <param name="happened">The event.</param>
    public static ErasedEvent Of(long version, EnrolmentEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return new(version, happened.Trigger, happened.Origin);
    }
}
