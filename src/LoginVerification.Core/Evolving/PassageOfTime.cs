using NodaTime;

namespace LoginVerification.Engine;

/// <summary>
/// What time does by itself, before the next command sees the enrolment: a pending number whose time is over lapses, a sign-in that nobody answered in time
/// expires, and a clock that was far ahead when the last event happened is taken for set back.
/// </summary>
internal static class PassageOfTime
{
    /// <summary>
    /// As long as the longest life of a code. A difference up to this is bridged (see <see cref="TimeOf"/>): setting the clock back for less would
    /// let a machine that is a little behind take the others' waits and locks away with each command that reaches it.
    /// </summary>
    private static readonly Duration Skew = Duration.FromMinutes(10);

    /// <summary>The time of what happens now: never before the last event.</summary>
    public static Instant TimeOf(Enrolment enrolment, Instant now) => enrolment.ChangedAt is { } changedAt ? Instant.Max(changedAt, now) : now;

    /// <summary>The event that is due, or null.</summary>
    public static EnrolmentEvent? Due(Enrolment enrolment, Instant now)
    {
        if (enrolment.ChangedAt is { } changedAt && changedAt - now > Skew)
            return new ClockSetBack(changedAt) { Origin = new Origin(now, Initiator.Time, null) };
        var at = TimeOf(enrolment, now);
        if (enrolment.Pending is { } pending && pending.LapsesAt <= at)
            return new PendingLapsed(pending.Details.Number) { Origin = new Origin(at, Initiator.Time, null) };
        return enrolment.SignIn is { Ended: null, Challenge: var asked } && asked.ExpiresAt <= at
            ? new SignInExpired(asked.Id) { Origin = new Origin(at, Initiator.Time, null) }
            : null;
    }

    /// <summary>The enrolment as it stands now, without saving what is due.</summary>
    public static Enrolment Through(Enrolment stored, Instant now)
    {
        while (Due(stored, now) is { } due)
            stored = Evolution.Apply(stored, due);
        return stored;
    }
}
