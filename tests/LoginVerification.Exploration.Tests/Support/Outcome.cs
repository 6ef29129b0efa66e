namespace LoginVerification.Exploration.Tests.Support;

/// <summary>What came of a command: the answer, and what lies in the store afterwards.</summary>
internal sealed record Outcome(Refusal? Refusal, Enrolment After, IReadOnlyList<EnrolmentEvent> Events, IReadOnlyList<OutboxMessage> Owed)
{
    public bool Happens => Events.Count > 0;
}
