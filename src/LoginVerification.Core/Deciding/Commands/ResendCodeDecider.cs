namespace LoginVerification.Engine;

/// <summary>A user asks for a new code to the pending number. The earlier code dies; failures, waits and the time to lapse stay as they are.</summary>
internal static class ResendCodeDecider
{
    public static Decision Decide(in Situation situation)
    {
        var (enrolment, facts) = (situation.Enrolment, situation.Facts);
        if (!situation.Permits(LifecycleTrigger.CodeReissued) || enrolment.Pending is not { } pending || facts.Now >= pending.LapsesAt)
            return new Refusal(RefusalCode.NoPendingPhone, Sources.Lifecycle);

        var number = pending.Details.Number;
        var no = Offer.Check(situation, EnrolmentAction.ResendCode)
            ?? GatingRules.Check(situation, new Choice(EnrolmentAction.ResendCode), pending.Details)
            ?? FailureLock.Check(situation);
        if (no is not null)
            return no;
        if (enrolment.OptedOut.Contains(number))
            return new Refusal(RefusalCode.DeliveryOptedOut, Sources.OnStop);
        if (SendBudget.Check(situation, number) is { } notNow)
            return notNow;

        var challenge = ChallengeIssue.For(number, pending.LapsesAt, facts, situation.Limits);
        return Decision.Accept(new CodeReissued(challenge, SendBudget.CountFrom(situation)) { Origin = facts.Origin });
    }
}
