using System.Diagnostics;
using NodaTime;

namespace LoginVerification.Engine;

/// <summary>Applies events to snapshots. Pure and thread-safe.</summary>
public static class Evolution
{
    /// <summary>The snapshot after one more event.</summary>
    /// <param name="enrolment">The snapshot before.</param>
    /// <param name="happened">The event.</param>
    /// <exception cref="InvalidOperationException">The event cannot follow this snapshot: an event was left out, altered, or is another account's.</exception>
    public static Enrolment Apply(Enrolment enrolment, EnrolmentEvent happened)
    {
        ArgumentNullException.ThrowIfNull(enrolment);
        ArgumentNullException.ThrowIfNull(happened);
        if (Lifecycle.Next(enrolment.State, happened.Trigger) is not { } target)
            throw Unfit(enrolment, happened, "the lifecycle has no such edge");
        if (EventFit.Misfit(enrolment, happened) is { } misfit)
            throw Unfit(enrolment, happened, misfit);
        if (Lifecycle.Next(enrolment.SignInState, happened.Trigger) is not { } signInTarget)
            throw Unfit(enrolment, happened, $"a sign-in that is {enrolment.SignInState} has no such edge");
        var changed = Change(enrolment, happened);
        return changed.State != target ? throw Unfit(enrolment, happened, $"it leads to {changed.State} and not to {target}")
            : changed.SignInState != signInTarget ? throw Unfit(enrolment, happened, $"it leads to a sign-in that is {changed.SignInState} and not {signInTarget}")
            : changed;
    }

    /// <summary>Rebuilds a snapshot from a whole history.</summary>
    /// <param name="account">Whose history it is.</param>
    /// <param name="history">Every event of the account, oldest first.</param>
    /// <exception cref="InvalidOperationException">The history is not one that can have happened.</exception>
    public static Enrolment Replay(AccountId account, IEnumerable<EnrolmentEvent> history) =>
        history.Aggregate(new Enrolment(account), Apply);

    /// <summary>What a store has to write when this happened.</summary>
    public static EnrolmentChange ChangeBy(Enrolment before, ValueList<EnrolmentEvent> events, ValueList<OutboxMessage> outbox) =>
        new(before, events.Aggregate(before, Apply), events, outbox);

    private static InvalidOperationException Unfit(Enrolment enrolment, EnrolmentEvent happened, string misfit) => new(
        $"{happened.Trigger} cannot follow version {enrolment.Version} ({enrolment.State}): {misfit}. Replay the whole history of one account, in order.");

    /// <summary>The codes' own events make one copy, because they come with every request; the rest is <see cref="Next"/> and what it changes.</summary>
    private static Enrolment Change(Enrolment before, EnrolmentEvent happened) => happened switch
    {
        PhoneSubmitted e => Issue(before, new PendingPhone(e.Phone, e.LapsesAt, e.Challenge), e, e.SendsCountFrom),
        CodeResent e => Issue(before, before.Pending!, e, e.SendsCountFrom),
        CodeReissued e => Issue(before, before.Pending! with { Challenge = e.Challenge }, e, e.SendsCountFrom),
        CodeMismatched e => Fail(before, before.Pending!, e),
        CodeMatched e => Verify(before, before.Pending!, e, before.FormerNumbers),
        PhoneReplaced e => Verify(before, before.Pending!, e, Former(before, e.Previous, wasVerified: true)) with { SignIn = null },
        PendingCancelled or PendingLapsed => GiveUp(before, before.Pending!, happened),
        ChannelEnabled e => Next(before, e) with { ActiveChannel = e.Channel, Sends = WithoutSignIns(before), ChannelChanges = Changes(before, e, e.ChangesCountFrom) },
        ChannelChanged e => Next(before, e) with { ActiveChannel = e.To, SignIn = null, Sends = WithoutSignIns(before), ChannelChanges = Changes(before, e, e.ChangesCountFrom) },
        // Backup codes go with the protection: none that was issued before it begins anew opens it.
        VerificationDisabled or ProtectionDropped => Next(before, happened) with { ActiveChannel = null, SignIn = null, BackupCodes = null },
        PhoneRemoved e => Next(before, e) with { Phone = null, PhoneRemovedAt = e.Origin.At, FormerNumbers = Former(before, e.Number, wasVerified: true) },
        PhoneInvalidated => Next(before, happened) with { Phone = before.Phone! with { NeedsReverification = true }, SignIn = null },
        DeliveryOptedOut e => Next(before, e) with { OptedOut = OptOuts(before, new OptOut(e.Number, e.Origin.At)) },
        DeliveryRestored e => Next(before, e) with { OptedOut = Without(before.OptedOut, e.Number) },
        Unlocked => Next(before, happened) with { Failures = [], Locks = [] },
        PhoneImported e => Next(before, e) with { Phone = new VerifiedPhone(e.Phone, e.VerifiedAt) },
        DeliveryFailed e when before.SignIn is { } signIn && signIn.Challenge.Id == e.Challenge => Next(before, e) with { SignIn = signIn with { Delivery = e.Reason } },
        DeliveryFailed e => Next(before, e) with { CodeDelivery = e.Reason },
        NoticeUndeliverable e => Next(before, e) with
        {
            InAppNotices = before.InAppNotices.Where(static (notice, kind) => notice.Kind != kind, e.Notice).Add(new InAppNotice(e.Notice, e.Origin.At)),
        },
        NoticesAcknowledged e => Next(before, e) with { InAppNotices = before.InAppNotices.Where(static (notice, upTo) => notice.At > upTo, e.UpTo) },
        SignInBegun or SignInResent or SignInMismatched or SignInExhausted or SignInConfirmed or SignInApproved or SignInDenied or SignInExpired
            or BackupCodesIssued or BackupCodeUsed or BackupCodeMismatched => SignInEvolution.Change(Next(before, happened), happened),
        DeviceBound or DeviceRenamed or DeviceAddressChanged or DeviceRemoved => DeviceEvolution.Change(Next(before, happened), happened),
        ClockSetBack e => ClockCorrection.Apply(Next(before, e), e),
        RequestHandled e => Next(before, e) with { Requests = [.. before.Requests.TakeLast(Enrolment.MaxRequests - 1), e.Request] },
        _ => throw new UnreachableException(),
    };

    /// <summary>What every event changes.</summary>
    private static Enrolment Next(Enrolment before, EnrolmentEvent happened) => before with
    {
        Version = before.Version + 1,
        Id = happened.Begins ?? before.Id,
        ChangedAt = happened.Origin.At,
    };

    private static Enrolment Issue(Enrolment before, PendingPhone pending, EnrolmentEvent happened, Instant sendsCountFrom)
    {
        var at = happened.Origin.At;
        var replaced = before.Pending;
        var isSame = replaced?.Challenge.Id == pending.Challenge.Id;
        return before with
        {
            Version = before.Version + 1,
            Id = happened.Begins ?? before.Id,
            ChangedAt = at,
            Pending = pending,
            CodeDelivery = null,
            EarlierChallenges = isSame ? InsideTheirLife(before, at) : Superseded(before, at),
            FormerNumbers = replaced is not null && replaced.Details.Number != pending.Details.Number ? Former(before, replaced.Details.Number, wasVerified: false) : before.FormerNumbers,
            Sends = Books.Sent(before.Sends, new SentCode(pending.Challenge.Purpose, pending.Details.Number, at), sendsCountFrom),
        };
    }

    private static Enrolment GiveUp(Enrolment before, PendingPhone pending, EnrolmentEvent happened) => before with
    {
        Version = before.Version + 1,
        ChangedAt = happened.Origin.At,
        Pending = null,
        CodeDelivery = null,
        EarlierChallenges = Superseded(before, happened.Origin.At),
        FormerNumbers = Former(before, pending.Details.Number, wasVerified: false),
    };

    /// <summary>Keeps what was issued before recognisable while it is inside its life, so that it is refused for what it is.</summary>
    private static ValueList<Challenge> Superseded(Enrolment before, Instant now)
    {
        var earlier = InsideTheirLife(before, now);
        return before.Pending is { Challenge: { } replaced } && replaced.ExpiresAt > now ? earlier.Add(replaced) : earlier;
    }

    private static ValueList<Challenge> InsideTheirLife(Enrolment before, Instant now) =>
        before.EarlierChallenges.Where(static (challenge, now) => challenge.ExpiresAt > now, now);

    private static Enrolment Fail(Enrolment before, PendingPhone pending, CodeMismatched happened) => before with
    {
        Version = before.Version + 1,
        ChangedAt = happened.Origin.At,
        Pending = pending with { Challenge = pending.Challenge with { WrongTries = pending.Challenge.WrongTries + 1 } },
        Failures = Books.Counted(before.Failures, happened.Purpose, pending.Details.Number),
        Locks = Books.Locked(before.Locks, happened.Purpose, happened.LockedUntil),
    };

    /// <summary>A match forgives the failures for that purpose on that number alone, and shows that messages to it are wanted.</summary>
    private static Enrolment Verify(Enrolment before, PendingPhone pending, EnrolmentEvent happened, ValueList<FormerNumber> formerNumbers)
    {
        var (number, purpose, now) = (pending.Details.Number, pending.Challenge.Purpose, happened.Origin.At);
        var failures = Books.Without(before.Failures, purpose, number);
        var verified = before with
        {
            Version = before.Version + 1,
            ChangedAt = now,
            Phone = new VerifiedPhone(pending.Details, now),
            Pending = null,
            CodeDelivery = null,
            EarlierChallenges = InsideTheirLife(before, now),
            FormerNumbers = formerNumbers,
            Failures = failures,
            OptedOut = Without(before.OptedOut, number),
        };
        // A lock is of failures: without any it would be one that nobody can lift.
        return verified.Locks.Count > 0 && verified.FailureCount(purpose) == 0 ? verified with { Locks = Books.Without(before.Locks, purpose) } : verified;
    }

    /// <summary>Remembers a number that is no longer held. The newest are kept.</summary>
    private static ValueList<FormerNumber> Former(Enrolment before, PhoneNumber number, bool wasVerified)
    {
        var others = before.FormerNumbers.Where(static (former, number) => former.Number != number, number);
        if (others.Count >= Enrolment.MaxFormerNumbers)
            others = others.TakeLast(Enrolment.MaxFormerNumbers - 1).ToValueList();
        return others.Add(new FormerNumber(number, wasVerified || before.HasVerified(number)));
    }

    /// <summary>Adds an opt-out. Of too many the oldest goes that is of no number that the account holds.</summary>
    private static ValueList<OptOut> OptOuts(Enrolment before, OptOut added)
    {
        var others = Without(before.OptedOut, added.Number);
        if (others.Count >= Enrolment.MaxOptedOut && others.FirstOrDefault(optOut => !before.Holds(optOut.Number)) is { } dropped)
            others = Without(others, dropped.Number);
        return others.Add(added);
    }

    /// <summary>Codes and pushes are counted for the channel that they came over: with a channel its count begins, so that pushes in plenty cost no code.</summary>
    private static ValueList<SentCode> WithoutSignIns(Enrolment before) => before.Sends.Where(static (sent, purpose) => sent.Purpose != purpose, CodePurpose.SignIn);

    private static ValueList<Instant> Changes(Enrolment before, EnrolmentEvent happened, Instant countFrom) =>
        before.ChannelChanges.Where(static (change, countFrom) => change > countFrom, countFrom).Add(happened.Origin.At);

    private static ValueList<OptOut> Without(ValueList<OptOut> optOuts, PhoneNumber number) =>
        optOuts.Where(static (optOut, number) => optOut.Number != number, number);
}
