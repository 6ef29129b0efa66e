namespace LoginVerification.Engine;

/// <summary>A user turns log-in verification on, over a channel that can reach them. A number that still waits for its code is given up.</summary>
internal static class EnableVerificationDecider
{
    public static Decision Decide(in Situation situation, EnableVerification command)
    {
        var (enrolment, facts) = (situation.Enrolment, situation.Facts);
        if (enrolment.ActiveChannel is not null)
            return new Refusal(RefusalCode.AlreadyEnabled, Sources.Lifecycle);
        if (enrolment.Phone is not { } phone)
            return new Refusal(RefusalCode.NoVerifiedPhone, Sources.Lifecycle);
        var no = Offer.Check(situation, EnrolmentAction.EnableVerification)
            ?? RecentAuthentication.Check(situation, EnrolmentAction.EnableVerification)
            ?? GatingRules.Check(situation, command.Choice, phone.Details)
            ?? ChannelUse.Check(enrolment, command.Channel, facts.DeviceRegistered, facts.SenderIsLive)
            ?? ChannelChangeBudget.Check(situation);
        if (no is not null)
            return no;
        return new Decision(Protection.Of(enrolment, new ChannelEnabled(command.Channel, ChannelChangeBudget.CountFrom(situation)) { Origin = facts.Origin }), null);
    }
}
