namespace LoginVerification.Engine;

/// <summary>Time forgets a pending number that nobody confirmed.</summary>
internal static class LapsePendingDecider
{
    public static Decision Decide(in Situation situation)
    {
        var (enrolment, facts) = (situation.Enrolment, situation.Facts);
        if (enrolment.Pending is not { } pending)
            return new Refusal(RefusalCode.NoPendingPhone, Sources.Lifecycle);
        return facts.Now < pending.LapsesAt
            ? new Refusal(RefusalCode.NotYetLapsed, Sources.PendingLapsesAfter) { RetryAt = pending.LapsesAt }
            : Decision.Accept(new PendingLapsed(pending.Details.Number) { Origin = facts.Origin });
    }
}
