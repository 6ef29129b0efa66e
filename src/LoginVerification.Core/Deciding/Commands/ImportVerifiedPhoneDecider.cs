namespace LoginVerification.Engine;

/// <summary>The host moves in a number that it verified before, with the channel that was enabled there. A number that waits for its code is given up.</summary>
internal static class ImportVerifiedPhoneDecider
{
    public static Decision Decide(in Situation situation, ImportVerifiedPhone command)
    {
        var facts = situation.Facts;
        if (NumberCheck.Check(facts) is { } unread)
            return unread;
        if (situation.Enrolment.Phone is not null || command.VerifiedAt > facts.Now)
            return new Refusal(RefusalCode.ImportNotPossible, Sources.Lifecycle);

        var imported = new PhoneImported(facts.ReadPhone!, command.VerifiedAt) { Origin = facts.Origin };
        var events = command.Enabled is { } channel
            ? Protection.Of(situation.Enrolment, imported, new ChannelEnabled(channel, ChannelChangeBudget.CountFrom(situation)) { Origin = facts.Origin })
            : Protection.Of(situation.Enrolment, imported);
        return new Decision(events, null);
    }
}
