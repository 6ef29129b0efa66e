namespace LoginVerification.Engine;

/// <summary>The host moves in a number that it verified before, with the channel that was enabled there.</summary>
internal static class ImportVerifiedPhoneDecider
{
    public static Decision Decide(in Situation situation, ImportVerifiedPhone command)
    {
        var facts = situation.Facts;
        if (NumberCheck.Check(facts) is { Code: not RefusalCode.NumberReserved } unread)
            return unread;
        if (!situation.Permits(LifecycleTrigger.PhoneImported) || command.VerifiedAt > facts.Now)
            return new Refusal(RefusalCode.ImportNotPossible, Sources.Lifecycle);

        var imported = new PhoneImported(facts.ReadPhone!, command.VerifiedAt) { Origin = facts.Origin };
        return command.Enabled is { } channel
            ? Decision.Accept(imported, new ChannelEnabled(channel) { Origin = facts.Origin })
            : Decision.Accept(imported);
    }
}
