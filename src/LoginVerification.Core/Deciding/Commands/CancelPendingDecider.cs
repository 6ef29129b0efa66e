namespace LoginVerification.Engine;

/// <summary>A user, or the host's staff, gives up the pending number. What was sent and what was failed stays in the books.</summary>
internal static class CancelPendingDecider
{
    public static Decision Decide(in Situation situation)
    {
        var (enrolment, facts) = (situation.Enrolment, situation.Facts);
        if (enrolment.Pending is not { } pending)
            return new Refusal(RefusalCode.NoPendingPhone, Sources.Lifecycle);
        var no = Offer.Check(situation, EnrolmentAction.CancelPending)
            ?? GatingRules.Check(situation, new Choice(EnrolmentAction.CancelPending), pending.Details);
        if (no is not null)
            return no;
        return Decision.Accept(new PendingCancelled(pending.Details.Number) { Origin = facts.Origin });
    }
}
