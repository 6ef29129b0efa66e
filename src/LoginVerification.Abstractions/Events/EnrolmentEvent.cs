using NodaTime;

namespace LoginVerification;

/// <summary>
/// What happened to an enrolment, in the past tense. A closed set; the list of an account's events is its audit trail,
/// and replaying it rebuilds the <see cref="Enrolment"/>. Immutable; compares by value.
/// </summary>
public abstract record EnrolmentEvent
{
    private protected EnrolmentEvent() { }

    /// <summary>Which edge of the lifecycle it takes.</summary>
    public abstract LifecycleTrigger Trigger { get; }

    /// <summary>When it happened, in whole milliseconds.</summary>
    public required Instant At { get; init; }

    /// <summary>Who made it happen.</summary>
    public required Initiator By { get; init; }

    /// <summary>The surface where it happened, or null for what did not come from a user.</summary>
    public Surface? Surface { get; init; }
}
