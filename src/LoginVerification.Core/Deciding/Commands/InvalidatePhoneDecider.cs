using System.Diagnostics;

namespace LoginVerification.Engine;

/// <summary>The network reports that the verified number changed hands. By default it is flagged and the state stays.</summary>
internal static class InvalidatePhoneDecider
{
    public static Decision Decide(in Situation situation, InvalidatePhone command)
    {
        var (enrolment, facts) = (situation.Enrolment, situation.Facts);
        if (NumberCheck.CheckReport(facts) is { } unread)
            return unread;
        var number = facts.ReadPhone!.Number;
        if (enrolment.Phone is not { } phone || phone.Details.Number != number)
            return new Refusal(RefusalCode.NumberNotHeld, Sources.Lifecycle);
        if (phone.NeedsReverification)
            return new Refusal(RefusalCode.AlreadyKnown, Sources.Lifecycle);

        var invalidated = new PhoneInvalidated(number, command.Reason) { Origin = facts.Origin };
        return situation.Limits.OnPhoneInvalidated switch
        {
            InvalidationMode.DisableSilently when enrolment.ActiveChannel is { } active =>
                Decision.Accept(new ProtectionDropped(active, DisableCause.PhoneInvalidated) { Origin = facts.Origin }, invalidated),
            InvalidationMode.Flag or InvalidationMode.DisableSilently => Decision.Accept(invalidated),
            _ => throw new UnreachableException(),
        };
    }
}
