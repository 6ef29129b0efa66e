namespace LoginVerification.Engine;

/// <summary>A user turns log-in verification on, over a channel that can reach them.</summary>
internal static class EnableVerificationDecider
{
    public static Decision Decide(in Situation situation, EnableVerification command)
    {
        var (enrolment, facts) = (situation.Enrolment, situation.Facts);
        if (enrolment.ActiveChannel is not null)
            return new Refusal(RefusalCode.AlreadyEnabled, Sources.Lifecycle);
        if (!situation.Permits(LifecycleTrigger.ChannelEnabled))
            return new Refusal(RefusalCode.NoVerifiedPhone, Sources.Lifecycle);
        var no = Offer.Check(situation, EnrolmentAction.EnableVerification)
            ?? RecentAuthentication.Check(situation, EnrolmentAction.EnableVerification)
            ?? GatingRules.Check(situation, command.Choice, enrolment.Phone?.Details)
            ?? ChannelUse.Check(enrolment, command.Channel, facts.DeviceRegistered);
        if (no is not null)
            return no;
        return Decision.Accept(new ChannelEnabled(command.Channel) { Origin = facts.Origin });
    }
}
