namespace LoginVerification.Engine;

/// <summary>The host forgives the wrong codes of an account.</summary>
internal static class UnlockDecider
{
    public static Decision Decide(in Situation situation)
    {
        var (enrolment, facts) = (situation.Enrolment, situation.Facts);
        return situation.Permits(LifecycleTrigger.Unlocked) && (enrolment.FailureCount > 0 || facts.Now < enrolment.LockedUntil)
            ? Decision.Accept(new Unlocked(enrolment.FailureCount) { Origin = facts.Origin })
            : new Refusal(RefusalCode.NotLocked, Sources.Lifecycle);
    }
}
