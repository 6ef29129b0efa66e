using NodaTime;

namespace LoginVerification.Engine;

/// <summary>A pending number whose time is over lapses by itself, before the next command sees it.</summary>
internal static class Lapse
{
    public static bool Due(Enrolment enrolment, Instant now) => enrolment.Pending is { } pending && pending.LapsesAt <= now;

    public static EnrolmentChange Change(Enrolment enrolment, Instant now)
    {
        var lapsed = new PendingLapsed(enrolment.Pending!.Details.Number) { Origin = new Origin(now, Initiator.Time, null) };
        return new EnrolmentChange(Evolution.Apply(enrolment, lapsed), enrolment.Version, [lapsed], []);
    }
}
