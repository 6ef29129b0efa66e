namespace LoginVerification.Engine;

/// <summary>A user moves an enabled verification to the other channel, without a gap. A lock does not hinder it.</summary>
internal static class ChangeChannelDecider
{
    public static Decision Decide(in Situation situation, ChangeChannel command)
    {
        var (enrolment, facts) = (situation.Enrolment, situation.Facts);
        if (enrolment.ActiveChannel is not { } active)
            return new Refusal(RefusalCode.NotEnabled, Sources.Lifecycle);
        if (active == command.Channel)
            return new Refusal(RefusalCode.ChannelAlreadyActive, Sources.Lifecycle);
        var no = Offer.Check(situation, EnrolmentAction.ChangeChannel)
            ?? RecentAuthentication.Check(situation, EnrolmentAction.ChangeChannel)
            ?? GatingRules.Check(situation, command.Choice, enrolment.Phone?.Details)
            ?? ChannelUse.Check(enrolment, command.Channel, facts.DeviceRegistered, facts.SenderIsLive)
            ?? ChannelChangeBudget.Check(situation);
        if (no is not null)
            return no;
        return Decision.Accept(new ChannelChanged(active, command.Channel, ChannelChangeBudget.CountFrom(situation)) { Origin = facts.Origin });
    }
}
