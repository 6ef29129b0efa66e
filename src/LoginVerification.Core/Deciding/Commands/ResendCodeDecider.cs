namespace LoginVerification.Engine;

/// <summary>
/// A user asks for the code once more. By the policy's <c>code.onResend</c> the same code is sent while it is alive, so that the message that
/// arrives late still works; a dead code is followed by a new one. Failures, waits and the time to lapse stay as they are.
/// </summary>
internal static class ResendCodeDecider
{
    public static Decision Decide(in Situation situation)
    {
        var (enrolment, facts) = (situation.Enrolment, situation.Facts);
        if (enrolment.Pending is not { } pending || facts.Now >= pending.LapsesAt)
            return new Refusal(RefusalCode.NoPendingPhone, Sources.Lifecycle);

        var number = pending.Details.Number;
        var no = Offer.Check(situation, EnrolmentAction.ResendCode)
            ?? RecentAuthentication.Check(situation, EnrolmentAction.ResendCode)
            ?? GatingRules.Check(situation, new Choice(EnrolmentAction.ResendCode), pending.Details)
            ?? FailureLock.Check(situation, CodePurpose.Enrol)
            ?? ChannelUse.CheckSms(enrolment, pending.Details, facts.SenderIsLive)
            ?? SendBudget.CheckEnrol(situation, number);
        if (no is not null)
            return no;

        var countFrom = SendBudget.CountFrom(situation);
        return ChallengeIssue.SendsTheSame(pending, facts, situation.Limits)
            ? Decision.Accept(new CodeResent(pending.Challenge.Id, countFrom) { Origin = facts.Origin })
            : Decision.Accept(new CodeReissued(ChallengeIssue.For(number, pending.LapsesAt, facts, situation.Limits), countFrom) { Origin = facts.Origin });
    }
}
