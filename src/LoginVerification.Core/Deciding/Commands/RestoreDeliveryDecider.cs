namespace LoginVerification.Engine;

/// <summary>An opt-out of delivery is taken back.</summary>
internal static class RestoreDeliveryDecider
{
    public static Decision Decide(in Situation situation)
    {
        var (enrolment, facts) = (situation.Enrolment, situation.Facts);
        if (NumberCheck.CheckReport(facts) is { } unread)
            return unread;
        var number = facts.ReadPhone!.Number;
        return enrolment.OptedOutAt(number) is not null
            ? Decision.Accept(new DeliveryRestored(number) { Origin = facts.Origin })
            : new Refusal(RefusalCode.AlreadyKnown, Sources.Lifecycle);
    }
}
