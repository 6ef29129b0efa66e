namespace LoginVerification.Engine;

/// <summary>A user, or the host's staff, turns log-in verification off, knowingly. A lock does not hinder it.</summary>
internal static class DisableVerificationDecider
{
    public static Decision Decide(in Situation situation)
    {
        var (enrolment, facts) = (situation.Enrolment, situation.Facts);
        if (enrolment.ActiveChannel is not { } active)
            return new Refusal(RefusalCode.NotEnabled, Sources.Lifecycle);
        var no = Offer.Check(situation, EnrolmentAction.DisableVerification)
            ?? RecentAuthentication.Check(situation, EnrolmentAction.DisableVerification)
            ?? GatingRules.Check(situation, new Choice(EnrolmentAction.DisableVerification), enrolment.Phone?.Details);
        if (no is not null)
            return no;
        return Decision.Accept(new VerificationDisabled(active, DisableCause.Requested) { Origin = facts.Origin });
    }
}
