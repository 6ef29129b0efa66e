namespace LoginVerification.Engine;

/// <summary>
/// The host forgives the wrong codes of an account, whatever they were for. Where sign-in was locked for good, the phone has to be confirmed
/// again (NIST SP 800-63B-4, section 3.2.2): somebody tried a hundred codes against it.
/// </summary>
internal static class UnlockDecider
{
    public static Decision Decide(in Situation situation)
    {
        var (enrolment, facts) = (situation.Enrolment, situation.Facts);
        var failures = enrolment.Failures.Sum(failure => failure.Count);
        if (failures == 0)
            return new Refusal(RefusalCode.NotLocked, Sources.Lifecycle);

        var unlocked = new Unlocked(failures) { Origin = facts.Origin };
        return enrolment.Phone is { NeedsReverification: false } phone && enrolment.FailureCount(CodePurpose.SignIn) >= situation.Limits.Lock.FinalFailures
            ? Decision.Accept(unlocked, new PhoneInvalidated(phone.Details.Number, InvalidationReason.TooManyFailures) { Origin = facts.Origin })
            : Decision.Accept(unlocked);
    }
}
