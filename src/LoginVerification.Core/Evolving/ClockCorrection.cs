using NodaTime;

namespace LoginVerification.Engine;

/// <summary>
/// What was stamped by a clock that ran ahead is moved back as far as the clock was, so that no wait and no lock lasts until the false time,
/// and no code lives until then. Stamps of clocks that were right stay as they are.
/// </summary>
internal static class ClockCorrection
{
    public static Enrolment Apply(Enrolment before, ClockSetBack happened)
    {
        var now = happened.Origin.At;
        var ahead = happened.From - now;
        return before with
        {
            Sends = [.. before.Sends.Select(sent => sent with { At = IfPast(sent.At) }).OrderBy(sent => sent.At)],
            ChannelChanges = [.. before.ChannelChanges.Select(IfPast).Order()],
            OptedOut = [.. before.OptedOut.Select(optOut => optOut with { At = IfPast(optOut.At) })],
            InAppNotices = [.. before.InAppNotices.Select(notice => notice with { At = IfPast(notice.At) })],
            Requests = [.. before.Requests.Select(request => request with { At = IfPast(request.At) })],
            EarlierChallenges = [.. before.EarlierChallenges.Select(Corrected)],
            Locks = [.. before.Locks.Select(lockout => lockout with { Until = IfPast(lockout.Until) })],
            Phone = before.Phone is { } phone ? phone with { VerifiedAt = IfPast(phone.VerifiedAt) } : null,
            PhoneRemovedAt = before.PhoneRemovedAt is { } removedAt ? IfPast(removedAt) : null,
            Pending = before.Pending is { } pending ? CorrectedPending(pending) : null,
            SignIn = before.SignIn is { } signIn ? signIn with { Challenge = Corrected(signIn.Challenge) } : null,
            Devices = [.. before.Devices.Select(device => device with { BoundAt = IfPast(device.BoundAt) })],
        };

        // Nothing has happened after now: such a stamp is of the clock that ran ahead. Which clock a lock is of is not known; one that is too short
        // costs less than one that lasts until the false time, for the failures stay counted.
        Instant IfPast(Instant stamp) => stamp > now ? stamp - ahead : stamp;

        Challenge Corrected(Challenge challenge) => challenge.IssuedAt <= now
            ? challenge
            : challenge with { IssuedAt = challenge.IssuedAt - ahead, ExpiresAt = challenge.ExpiresAt - ahead };

        // Its number was submitted before or with its code: where the code is of a clock that was right, so is the time to lapse.
        PendingPhone CorrectedPending(PendingPhone pending)
        {
            var challenge = Corrected(pending.Challenge);
            return challenge == pending.Challenge ? pending : new PendingPhone(pending.Details, Instant.Max(pending.LapsesAt - ahead, challenge.ExpiresAt), challenge);
        }
    }
}
