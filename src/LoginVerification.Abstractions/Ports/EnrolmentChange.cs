namespace LoginVerification;

/// <summary>All that one command writes. Immutable; compares by value.</summary>
/// <param name="Enrolment">The snapshot afterwards; its version is the expected one plus the number of events.</param>
/// <param name="ExpectedVersion">The version that must be stored now; 0 for a new account.</param>
/// <param name="Events">What happened, oldest first: the versions after the expected one.</param>
/// <param name="Outbox">What is to be sent once this is written.</param>
public sealed record EnrolmentChange(Enrolment Enrolment, long ExpectedVersion, ValueList<EnrolmentEvent> Events, ValueList<OutboxMessage> Outbox);
