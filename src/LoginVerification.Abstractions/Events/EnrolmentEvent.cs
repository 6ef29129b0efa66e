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

    /// <summary>When, by whom and where.</summary>
    public required Origin Origin { get; init; }
}
