using System.Diagnostics;

namespace LoginVerification.Engine;

/// <summary>
/// A STOP message came from a number. Such messages can be forged, so by default it ends delivery and nothing else. For research a policy
/// can let it remove the phone, as services once did.
/// </summary>
internal static class OptOutOfDeliveryDecider
{
    public static Decision Decide(in Situation situation)
    {
        var (enrolment, facts) = (situation.Enrolment, situation.Facts);
        if (NumberCheck.Check(facts) is { Code: not RefusalCode.NumberReserved } unread)
            return unread;
        var number = facts.ReadPhone!.Number;
        var isVerified = enrolment.Phone?.Details.Number == number;
        var isPending = enrolment.Pending?.Details.Number == number;
        if (!situation.Permits(LifecycleTrigger.DeliveryOptedOut) || !(isVerified || isPending))
            return new Refusal(RefusalCode.NumberNotHeld, Sources.Lifecycle);

        return situation.Limits.OnStop switch
        {
            StopMode.OptOut when enrolment.OptedOut.Contains(number) => new Refusal(RefusalCode.AlreadyKnown, Sources.Lifecycle),
            StopMode.OptOut => Decision.Accept(new DeliveryOptedOut(number) { Origin = facts.Origin }),
            StopMode.RemovePhone when isVerified => new Decision(Removal.Of(enrolment, enrolment.Phone!, facts.Origin, Dropped(situation)), null),
            StopMode.RemovePhone => Decision.Accept(new PendingCancelled(number) { Origin = facts.Origin }),
            _ => throw new UnreachableException(),
        };
    }

    private static ProtectionDropped? Dropped(in Situation situation) => situation.Enrolment.ActiveChannel is { } active
        ? new ProtectionDropped(active, DisableCause.Stop) { Origin = situation.Facts.Origin }
        : null;
}
