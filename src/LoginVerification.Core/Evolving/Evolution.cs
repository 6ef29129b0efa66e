using System.Diagnostics;
using NodaTime;

namespace LoginVerification.Engine;

/// <summary>Applies events to snapshots. Pure and thread-safe.</summary>
public static class Evolution
{
    /// <summary>The snapshot after one more event.</summary>
    /// <param name="enrolment">The snapshot before.</param>
    /// <param name="happened">The event.</param>
    /// <exception cref="InvalidOperationException">The event cannot follow this snapshot: an event was left out, or is another account's.</exception>
    public static Enrolment Apply(Enrolment enrolment, EnrolmentEvent happened)
    {
        ArgumentNullException.ThrowIfNull(enrolment);
        ArgumentNullException.ThrowIfNull(happened);
        return Lifecycle.Next(enrolment.State, happened.Trigger) is { } target
            && Change(enrolment, happened, enrolment.Version + 1) is { } changed && changed.State == target
            ? changed
            : throw new InvalidOperationException(
                $"{happened.Trigger} cannot follow version {enrolment.Version} ({enrolment.State}). Replay the whole history of one account, in order.");
    }

    /// <summary>Rebuilds a snapshot from a whole history.</summary>
    /// <param name="account">Whose history it is.</param>
    /// <param name="history">Every event of the account, oldest first.</param>
    /// <exception cref="InvalidOperationException">The history is not one that can have happened.</exception>
    public static Enrolment Replay(AccountId account, IEnumerable<EnrolmentEvent> history) =>
        history.Aggregate(new Enrolment(account), Apply);

    private static Enrolment? Change(Enrolment before, EnrolmentEvent happened, long version) => (before, happened) switch
    {
        (_, PhoneSubmitted e) => Issue(before, new PendingPhone(e.Phone, e.LapsesAt, e.Challenge), e.SendsCountFrom, version),
        ({ Pending: { } pending }, CodeReissued e) => Issue(before, pending with { Challenge = e.Challenge }, e.SendsCountFrom, version),
        ({ Pending: { } pending }, CodeMismatched e) => Fail(before, pending, e.LockedUntil ?? before.LockedUntil, version),
        ({ Pending: { } pending }, CodeMatched) when before.Phone is null || before.Phone.Details.Number == pending.Details.Number => Verify(before, pending, happened.Origin.At, version),
        ({ Pending: { } pending, Phone: { } phone }, PhoneReplaced) when phone.Details.Number != pending.Details.Number => Verify(before, pending, happened.Origin.At, version),
        ({ Pending: not null }, PendingCancelled or PendingLapsed) => before with { Version = version, Pending = null, EarlierChallenges = Superseded(before, happened.Origin.At) },
        (_, ChannelEnabled e) => before with { Version = version, ActiveChannel = e.Channel },
        (_, ChannelChanged e) => before with { Version = version, ActiveChannel = e.To },
        (_, VerificationDisabled or ProtectionDropped) => before with { Version = version, ActiveChannel = null },
        (_, PhoneRemoved) => before with { Version = version, Phone = null },
        ({ Phone: { } phone }, PhoneInvalidated) => before with { Version = version, Phone = phone with { NeedsReverification = true } },
        (_, DeliveryOptedOut e) => before with { Version = version, OptedOut = [.. before.OptedOut.TakeLast(Enrolment.MaxOptedOut - 1), e.Number] },
        (_, DeliveryRestored e) => before with { Version = version, OptedOut = Without(before.OptedOut, e.Number) },
        (_, Unlocked) => before with { Version = version, Failures = [], LockedUntil = null },
        (_, PhoneImported e) => before with { Version = version, Phone = new VerifiedPhone(e.Phone, e.VerifiedAt) },
        (_, NoticeUndeliverable e) => before with
        {
            Version = version,
            InAppNotices = [.. before.InAppNotices.TakeLast(Enrolment.MaxInAppNotices - 1), new InAppNotice(e.Notice, e.Origin.At)],
        },
        (_, RequestHandled e) => before with { Version = version, Requests = [.. before.Requests.TakeLast(Enrolment.MaxRequests - 1), e.Request] },
        (_, CodeReissued or CodeMismatched or CodeMatched or PhoneReplaced or PendingCancelled or PendingLapsed or PhoneInvalidated) => null,
        _ => throw new UnreachableException(),
    };

    private static Enrolment Issue(Enrolment before, PendingPhone pending, Instant sendsCountFrom, long version)
    {
        var issued = pending.Challenge;
        return before with
        {
            Version = version,
            Pending = pending,
            EarlierChallenges = Superseded(before, issued.IssuedAt),
            Sends = before.Sends.Where(static (sent, countFrom) => sent.At > countFrom, sendsCountFrom).Add(new SentCode(issued.Number, issued.IssuedAt)),
        };
    }

    /// <summary>Keeps what was issued before recognisable while it is inside its life, so that it is refused for what it is.</summary>
    private static ValueList<Challenge> Superseded(Enrolment before, Instant now)
    {
        var earlier = InsideTheirLife(before, now);
        return before.Pending is { Challenge: { } replaced } && replaced.ExpiresAt > now ? earlier.Add(replaced) : earlier;
    }

    private static ValueList<Challenge> InsideTheirLife(Enrolment before, Instant now) =>
        before.EarlierChallenges.Where(static (challenge, now) => challenge.ExpiresAt > now, now);

    private static Enrolment Fail(Enrolment before, PendingPhone pending, Instant? lockedUntil, long version)
    {
        var number = pending.Details.Number;
        var count = before.Failures.FirstOrDefault(failure => failure.Number == number)?.Count ?? 0;
        return before with
        {
            Version = version,
            Pending = pending with { Challenge = pending.Challenge with { WrongTries = pending.Challenge.WrongTries + 1 } },
            Failures = Without(before.Failures, number).Add(new WrongCodes(number, count + 1)),
            LockedUntil = lockedUntil,
        };
    }

    /// <summary>A match forgives the failures on that number alone, and shows that messages to it are wanted.</summary>
    private static Enrolment Verify(Enrolment before, PendingPhone pending, Instant now, long version)
    {
        var number = pending.Details.Number;
        return before with
        {
            Version = version,
            Phone = new VerifiedPhone(pending.Details, now),
            Pending = null,
            EarlierChallenges = InsideTheirLife(before, now),
            Failures = Without(before.Failures, number),
            OptedOut = Without(before.OptedOut, number),
        };
    }

    private static ValueList<WrongCodes> Without(ValueList<WrongCodes> failures, PhoneNumber number) =>
        failures.Where(static (failure, number) => failure.Number != number, number);

    private static ValueList<PhoneNumber> Without(ValueList<PhoneNumber> numbers, PhoneNumber number) =>
        numbers.Where(static (candidate, number) => candidate != number, number);
}
