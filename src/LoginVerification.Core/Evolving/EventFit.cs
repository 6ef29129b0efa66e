using System.Diagnostics;
using NodaTime;

namespace LoginVerification.Engine;

/// <summary>
/// Whether an event fits a snapshot, beyond what the lifecycle says: by whom, when, and over which data. Each event is held against what was before
/// it, under whatever policy: that a wait or a limit of the policy was kept, and that what one save owes came together, a replay does not show.
/// </summary>
internal static class EventFit
{
    /// <summary>Why the event does not fit, or null. The words hold no number. Loops and no queries, because every event passes here.</summary>
    public static string? Misfit(Enrolment before, EnrolmentEvent happened) =>
        BeginMisfit(before, happened) ?? TimeMisfit(before, happened) ?? OriginMisfit(happened) ?? DataMisfit(before, happened);

    private static string? BeginMisfit(Enrolment before, EnrolmentEvent happened) => (before.Version == 0, happened.Begins is not null) switch
    {
        (true, false) => "an enrolment begins with it, and it has no id",
        (false, true) => "it begins an enrolment that has begun",
        _ => null,
    };

    private static string? TimeMisfit(Enrolment before, EnrolmentEvent happened)
    {
        if (happened is ClockSetBack setBack)
            return SetBackMisfit(before, setBack);
        return before.ChangedAt is { } changedAt && happened.Origin.At < changedAt ? "it is earlier than the event before" : null;
    }

    private static string? SetBackMisfit(Enrolment before, ClockSetBack happened) =>
        before.ChangedAt is not { } changedAt ? "nothing came before it"
        : happened.From != changedAt || happened.Origin.At >= changedAt ? "it does not set back the clock of the event before"
        : null;

    private static string? OriginMisfit(EnrolmentEvent happened) =>
        (happened.Origin.By is Initiator.User or Initiator.SignIn) != (happened.Origin.Surface is not null) ? "a surface is where a user acts or signs in, and nobody else"
        : happened.Origin is { StaffId: not null, By: not Initiator.Operator } ? "it names a member of the staff, and staff did not act"
        : MayBeBy(happened.Trigger, happened.Origin.By) ? null
        : $"{happened.Origin.By} cannot cause it";

    private static bool MayBeBy(LifecycleTrigger trigger, Initiator by) => trigger switch
    {
        LifecycleTrigger.PhoneSubmitted or LifecycleTrigger.CodeResent or LifecycleTrigger.CodeReissued or LifecycleTrigger.CodeMismatched
            or LifecycleTrigger.CodeMatched or LifecycleTrigger.PhoneReplaced or LifecycleTrigger.ChannelChanged
            or LifecycleTrigger.NoticesAcknowledged => by is Initiator.User,
        LifecycleTrigger.ChannelEnabled or LifecycleTrigger.VerificationDisabled => by is Initiator.User or Initiator.Operator,
        // A policy for research lets a STOP remove the phone, and with it what waits for a code.
        LifecycleTrigger.PendingCancelled or LifecycleTrigger.PhoneRemoved or LifecycleTrigger.ProtectionDropped =>
            by is Initiator.User or Initiator.Operator or Initiator.Carrier,
        LifecycleTrigger.PhoneInvalidated or LifecycleTrigger.DeliveryOptedOut or LifecycleTrigger.DeliveryRestored => by is Initiator.Operator or Initiator.Carrier,
        LifecycleTrigger.Unlocked or LifecycleTrigger.PhoneImported => by is Initiator.Operator,
        LifecycleTrigger.DeliveryFailed => by is Initiator.Carrier or Initiator.Time,
        LifecycleTrigger.PendingLapsed or LifecycleTrigger.NoticeUndeliverable or LifecycleTrigger.ClockSetBack => by is Initiator.Time,
        LifecycleTrigger.SignInBegun or LifecycleTrigger.SignInResent or LifecycleTrigger.SignInApproved
            or LifecycleTrigger.BackupCodeUsed or LifecycleTrigger.BackupCodeMismatched => by is Initiator.SignIn,
        LifecycleTrigger.SignInMismatched or LifecycleTrigger.SignInExhausted => by is Initiator.SignIn or Initiator.Device,
        LifecycleTrigger.SignInConfirmed or LifecycleTrigger.SignInDenied or LifecycleTrigger.DeviceBound => by is Initiator.Device,
        LifecycleTrigger.SignInExpired => by is Initiator.Time,
        LifecycleTrigger.BackupCodesIssued or LifecycleTrigger.DeviceRenamed => by is Initiator.User,
        // A push service says when an address is no longer one.
        LifecycleTrigger.DeviceAddressChanged => by is Initiator.Device or Initiator.Carrier,
        LifecycleTrigger.DeviceRemoved => by is Initiator.User or Initiator.Operator,
        LifecycleTrigger.RequestHandled => true,
        _ => throw new UnreachableException(),
    };

    private static string? DataMisfit(Enrolment before, EnrolmentEvent happened) => happened switch
    {
        PhoneSubmitted e => SubmissionMisfit(before, e),
        CodeResent e => ResendMisfit(before, e),
        CodeReissued e => ReissueMisfit(before, e),
        CodeMismatched e => MismatchMisfit(before, e),
        CodeMatched e => MatchMisfit(before, e),
        PhoneReplaced e => ReplacementMisfit(before, e),
        PendingCancelled e => IsPending(before, e.Number) ? null : AnotherPending,
        PendingLapsed e => LapseMisfit(before, e),
        ChannelEnabled e => before.Pending is not null ? "a number is pending, which nobody gave up" : ChannelMisfit(before, e.Channel, e, e.ChangesCountFrom),
        ChannelChanged e => before.ActiveChannel != e.From || e.From == e.To ? "that is not the channel before" : ChannelMisfit(before, e.To, e, e.ChangesCountFrom),
        VerificationDisabled e => before.ActiveChannel != e.Channel ? AnotherChannel : e.Cause is DisableCause.Requested or DisableCause.PhoneRemoved ? null : "that does not disable verification",
        ProtectionDropped e => before.ActiveChannel != e.Channel ? AnotherChannel : e.Cause is DisableCause.Requested ? "what is requested is no side effect" : null,
        PhoneRemoved e => IsVerified(before, e.Number) ? null : AnotherVerified,
        PhoneInvalidated e => !IsVerified(before, e.Number) ? AnotherVerified : before.Phone!.NeedsReverification ? "the number has to be confirmed again already" : ReasonMisfit(e),
        DeliveryOptedOut e => !before.Knows(e.Number) ? "the account never had the number" : before.IsStopped(e.Number, Instant.MinValue) ? "the number gets no messages already" : null,
        DeliveryRestored e => before.OptedOutAt(e.Number) is not null ? null : "the number gets messages",
        Unlocked e => e.Failures > 0 && e.Failures == before.Failures.Sum(failure => failure.Count) ? null : "the account has not so many failures",
        PhoneImported e => e.VerifiedAt > e.Origin.At ? "it was verified in the future" : null,
        DeliveryFailed e => before.Pending?.Challenge.Id != e.Challenge && before.SignIn?.Challenge.Id != e.Challenge ? AnotherChallenge : Enum.IsDefined(e.Reason) ? null : NoSuchReason,
        NoticesAcknowledged e => AcknowledgementMisfit(before, e),
        RequestHandled e => e.Request.At == e.Origin.At ? null : "the request was handled at another time",
        NoticeUndeliverable e => Enum.IsDefined(e.Notice) ? null : "there is no such notice",
        ClockSetBack => null,
        SignInBegun or SignInResent or SignInMismatched or SignInExhausted or SignInConfirmed or SignInApproved or SignInDenied or SignInExpired
            or BackupCodesIssued or BackupCodeUsed or BackupCodeMismatched => SignInFit.Misfit(before, happened),
        DeviceBound or DeviceRenamed or DeviceAddressChanged or DeviceRemoved => DeviceFit.Misfit(before, happened),
        _ => throw new UnreachableException(),
    };

    private const string NothingPending = "no number is pending";
    private const string AnotherPending = "another number is pending";
    private const string AnotherVerified = "another number is verified";
    private const string AnotherChannel = "another channel is active";
    private const string NoSuchReason = "there is no such reason";
    private const string AnotherChallenge = "another challenge is the current one";

    /// <summary>Failures are counted here and no network knows of them: staff invalidate for them, by an unlock.</summary>
    private static string? ReasonMisfit(PhoneInvalidated happened) =>
        !Enum.IsDefined(happened.Reason) ? NoSuchReason
        : happened is { Reason: InvalidationReason.TooManyFailures, Origin.By: not Initiator.Operator } ? "failures are no report of the network"
        : null;

    private static string? AcknowledgementMisfit(Enrolment before, NoticesAcknowledged happened)
    {
        foreach (var notice in before.InAppNotices)
        {
            if (notice.At <= happened.UpTo && happened.UpTo <= happened.Origin.At)
                return null;
        }

        return "there is no such notice";
    }

    private static bool IsPending(Enrolment before, PhoneNumber number) => before.Pending?.Details.Number == number;

    private static bool IsVerified(Enrolment before, PhoneNumber number) => before.Phone?.Details.Number == number;

    private static string? ResendMisfit(Enrolment before, CodeResent happened) =>
        SendMisfit(before, CodePurpose.Enrol, happened.Origin.At, happened.SendsCountFrom) ?? CurrentMisfit(before, happened.Challenge, happened.Origin.At);

    private static string? ReissueMisfit(Enrolment before, CodeReissued happened) =>
        before.Pending is not { } pending ? NothingPending
        : SendMisfit(before, CodePurpose.Enrol, happened.Origin.At, happened.SendsCountFrom) ?? IssueMisfit(before, happened.Challenge, pending.Details.Number, pending.LapsesAt, happened.Origin.At);

    private static string? MatchMisfit(Enrolment before, CodeMatched happened) =>
        TryMisfit(before, happened.Challenge, happened.Origin.At)
        ?? (before.Phone is { } phone && !IsPending(before, phone.Details.Number) ? AnotherVerified : null);

    private static string? ReplacementMisfit(Enrolment before, PhoneReplaced happened) =>
        TryMisfit(before, happened.Challenge, happened.Origin.At)
        ?? (IsVerified(before, happened.Previous) && !IsPending(before, happened.Previous) ? null : "the number that it replaces is not the verified one");

    private static string? LapseMisfit(Enrolment before, PendingLapsed happened) =>
        !IsPending(before, happened.Number) ? AnotherPending : happened.Origin.At < before.Pending!.LapsesAt ? "its time has not come" : null;

    private static string? SubmissionMisfit(Enrolment before, PhoneSubmitted happened)
    {
        var (at, waiting) = (happened.Origin.At, IsPending(before, happened.Phone.Number) ? before.Pending : null);
        if (SendMisfit(before, CodePurpose.Enrol, at, happened.SendsCountFrom) is { } misfit)
            return misfit;
        if (before.Phone is { NeedsReverification: false } && IsVerified(before, happened.Phone.Number) && before.OptedOutAt(happened.Phone.Number) is null)
            return "the number is verified already";
        if (happened.LapsesAt <= at || (waiting is not null && happened.LapsesAt != waiting.LapsesAt))
            return "the number lapses at another time";
        return happened.Challenge == waiting?.Challenge
            ? CurrentMisfit(before, happened.Challenge.Id, at)
            : IssueMisfit(before, happened.Challenge, happened.Phone.Number, happened.LapsesAt, at);
    }

    /// <summary>What is true of every code, and every push, that leaves.</summary>
    internal static string? SendMisfit(Enrolment before, CodePurpose purpose, Instant at, Instant countFrom) =>
        countFrom >= at ? "it forgets sends that are still to come" : LockMisfit(before, purpose, at);

    /// <summary>While a purpose is locked, its codes are neither taken nor sent.</summary>
    internal static string? LockMisfit(Enrolment before, CodePurpose purpose, Instant at) => before.LockedUntil(purpose) is { } until && at < until ? "codes were locked" : null;

    private static string? IssueMisfit(Enrolment before, Challenge challenge, PhoneNumber number, Instant lapsesAt, Instant at) =>
        challenge.Number != number ? "its code is for another number"
        : challenge.Purpose is not CodePurpose.Enrol ? "its code is for another purpose"
        : challenge.IssuedAt != at || challenge.WrongTries != 0 ? "its code is not a new one"
        : challenge.Digits is < StoredBounds.MinDigits or > StoredBounds.MaxDigits ? "no code has so many digits"
        : challenge.ExpiresAt - at > StoredBounds.MaxLife ? "no code lives so long"
        : challenge.ExpiresAt <= at || challenge.ExpiresAt > lapsesAt ? "its code outlives the number"
        : WasIssued(before, challenge.Id) ? "its code was issued before"
        : null;

    private static bool WasIssued(Enrolment before, ChallengeId id)
    {
        foreach (var earlier in before.EarlierChallenges)
        {
            if (earlier.Id == id)
                return true;
        }

        return before.Pending?.Challenge.Id == id;
    }

    private static string? CurrentMisfit(Enrolment before, ChallengeId challenge, Instant at) =>
        before.Pending is not { Challenge: var current } ? NothingPending
        : current.Id != challenge ? AnotherChallenge
        : current.IsAlive(at) ? null
        : "its code was dead";

    private static string? TryMisfit(Enrolment before, ChallengeId challenge, Instant at) => CurrentMisfit(before, challenge, at) ?? LockMisfit(before, CodePurpose.Enrol, at);

    private static string? MismatchMisfit(Enrolment before, CodeMismatched happened) =>
        TryMisfit(before, happened.Challenge, happened.Origin.At)
        ?? (happened.Purpose != before.Pending!.Challenge.Purpose ? "the code is for another purpose"
            : happened.Match is not (CodeMatch.None or CodeMatch.Foreign) ? "such a code does not count as wrong"
            : happened.LockedUntil <= happened.Origin.At ? "the lock ends before it begins"
            : null);

    /// <summary>What staff import, the host enabled elsewhere, whatever is known of the number here.</summary>
    private static string? ChannelMisfit(Enrolment before, VerificationChannel channel, EnrolmentEvent happened, Instant countFrom) =>
        !Enum.IsDefined(channel) ? "there is no such channel"
        : countFrom >= happened.Origin.At ? "it forgets changes that are still to come"
        : channel is VerificationChannel.Sms && happened.Origin.By is Initiator.User && before.Phone is { } phone && (phone.NeedsReverification || before.OptedOutAt(phone.Details.Number) is not null) ? "no message reaches the owner"
        : null;
}
