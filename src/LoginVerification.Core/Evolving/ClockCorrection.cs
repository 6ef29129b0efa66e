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
            Sends = [.. before.Sends.Select(sent => sent with { At = IfPast(sent.At) })],
            ChannelChanges = [.. before.ChannelChanges.Select(IfPast)],
            OptedOut = [.. before.OptedOut.Select(optOut => optOut with { At = IfPast(optOut.At) })],
            InAppNotices = [.. before.InAppNotices.Select(notice => notice with { At = IfPast(notice.At) })],
            Requests = [.. before.Requests.Select(request => request with { At = IfPast(request.At) })],
            EarlierChallenges = [.. before.EarlierChallenges.Select(Corrected)],
            Locks = [.. before.Locks.Select(lockout => lockout with { Until = IfEnd(lockout.Until) })],
            Phone = before.Phone is { } phone ? phone with { VerifiedAt = IfPast(phone.VerifiedAt) } : null,
            Pending = before.Pending is { } pending ? CorrectedPending(pending) : null,
        };

        // Nothing has happened after now: such a stamp is of the clock that ran ahead.
        Instant IfPast(Instant stamp) => stamp > now ? stamp - ahead : stamp;

        // An end may lie ahead by rights, as long as it does not lie ahead of the false time as well.
        Instant IfEnd(Instant end) => end > happened.From ? end - ahead : end;

        Challenge Corrected(Challenge challenge) => challenge.IssuedAt <= now
            ? challenge
            : challenge with { IssuedAt = challenge.IssuedAt - ahead, ExpiresAt = challenge.ExpiresAt - ahead };

        PendingPhone CorrectedPending(PendingPhone pending)
        {
            var challenge = Corrected(pending.Challenge);
            return pending with { Challenge = challenge, LapsesAt = Instant.Max(IfEnd(pending.LapsesAt), challenge.ExpiresAt) };
        }
    }
}
