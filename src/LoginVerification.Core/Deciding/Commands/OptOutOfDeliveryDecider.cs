using System.Diagnostics;

namespace LoginVerification.Engine;

/// <summary>
/// A STOP message came from a number. Such messages can be forged, so by default it ends delivery and nothing else. For research a policy
/// can let it remove the phone, as services once did. It is remembered for every number that the account holds, held or texted, and is news again after
/// a code that the owner asked for all the same.
/// </summary>
internal static class OptOutOfDeliveryDecider
{
    public static Decision Decide(in Situation situation)
    {
        var (enrolment, facts) = (situation.Enrolment, situation.Facts);
        if (NumberCheck.CheckReport(facts) is { } unread)
            return unread;
        var number = facts.ReadPhone!.Number;
        var isVerified = enrolment.Phone?.Details.Number == number;
        var isPending = enrolment.Pending?.Details.Number == number;
        if (!enrolment.Knows(number))
            return new Refusal(RefusalCode.NumberNotHeld, Sources.Lifecycle);

        return situation.Limits.OnStop switch
        {
            StopMode.RemovePhone when isVerified => new Decision(Removal.Of(enrolment, enrolment.Phone!, facts.Origin, Dropped(situation)), null),
            StopMode.RemovePhone when isPending => Decision.Accept(new PendingCancelled(number) { Origin = facts.Origin }),
            StopMode.OptOut or StopMode.RemovePhone when enrolment.IsStopped(number, SendBudget.CountFrom(situation)) => new Refusal(RefusalCode.AlreadyKnown, Sources.Lifecycle),
            StopMode.OptOut or StopMode.RemovePhone => Decision.Accept(new DeliveryOptedOut(number) { Origin = facts.Origin }),
            _ => throw new UnreachableException(),
        };
    }

    private static ProtectionDropped? Dropped(in Situation situation) => situation.Enrolment.ActiveChannel is { } active
        ? new ProtectionDropped(active, DisableCause.Stop) { Origin = situation.Facts.Origin }
        : null;
}
