namespace LoginVerification.Engine;

/// <summary>
/// A user submits a number. It becomes the pending number and gets a code; a verified one stays in force. The number that is pending
/// already is a resend, which may correct its carrier. Waits and limits are kept per number, whatever was pending in between. A STOP from the
/// number is heeded, unless this account had verified it: then its owner asks for messages again. Whether other accounts have the number plays
/// no part here: only who gives its code learns that.
/// </summary>
internal static class SubmitPhoneDecider
{
    public static Decision Decide(in Situation situation)
    {
        var (enrolment, facts) = (situation.Enrolment, situation.Facts);
        var no = Offer.Check(situation, EnrolmentAction.SubmitPhone)
            ?? RecentAuthentication.Check(situation, EnrolmentAction.SubmitPhone)
            ?? CoolDown.Check(situation)
            ?? FailureLock.Check(situation, CodePurpose.Enrol)
            ?? NumberCheck.Check(facts)
            ?? GatingRules.Check(situation, new Choice(EnrolmentAction.SubmitPhone), facts.ReadPhone);
        if (no is not null)
            return no;

        var phone = facts.ReadPhone!;
        if (enrolment.Phone is { NeedsReverification: false } verified && verified.Details.Number == phone.Number && enrolment.OptedOutAt(phone.Number) is null)
            return new Refusal(RefusalCode.PhoneAlreadyVerified, Sources.Lifecycle);
        if (enrolment.OptedOutAt(phone.Number) is not null && !enrolment.HasVerified(phone.Number))
            return new Refusal(RefusalCode.DeliveryOptedOut, Sources.OnStop);
        if (SendBudget.CheckEnrol(situation, phone.Number) is { } notNow)
            return notNow;

        var waiting = enrolment.Pending is { } pending && pending.Details.Number == phone.Number && facts.Now < pending.LapsesAt ? pending : null;
        var lapsesAt = waiting?.LapsesAt ?? facts.Now + situation.Limits.PendingLapsesAfter;
        var sendsTheSame = waiting is not null && ChallengeIssue.SendsTheSame(waiting, facts, situation.Limits);
        var challenge = sendsTheSame ? waiting!.Challenge : ChallengeIssue.For(phone.Number, lapsesAt, facts, situation.Limits);
        var countFrom = SendBudget.CountFrom(situation);
        return waiting?.Details == phone
            ? Decision.Accept(sendsTheSame ? new CodeResent(challenge.Id, countFrom) { Origin = facts.Origin } : new CodeReissued(challenge, countFrom) { Origin = facts.Origin })
            : Decision.Accept(new PhoneSubmitted(phone, challenge, lapsesAt, countFrom) { Origin = facts.Origin });
    }
}
