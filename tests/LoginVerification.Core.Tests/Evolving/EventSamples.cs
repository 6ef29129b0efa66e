using NodaTime;

namespace LoginVerification.Tests;

/// <summary>For each state every shape of its data, and for each kind of event one that fits a shape as far as an event of its kind can.</summary>
internal static class EventSamples
{
    private static readonly PhoneNumber British = Given.British.Number;
    private static readonly PhoneNumber Texted = PhoneNumber.Parse("+447911123457");
    private static readonly EnrolmentId NewId = EnrolmentId.Parse(new string('e', 32));

    /// <summary>
    /// Without a pending number, with another number pending, and with the verified number itself pending again; each with nothing in the books,
    /// and with a former number that opted out, failures, a notice and a device. And wherever a sign-in can stand.
    /// </summary>
    public static IReadOnlyList<Enrolment> ShapesOf(EnrolmentState state) => state switch
    {
        EnrolmentState.NoPhone => [new Enrolment(AccountId.Parse("a new one")), Given.NoPhone, WithBooks(Given.NoPhone)],
        EnrolmentState.PhonePending => [Given.PhonePending, WithBooks(Given.PhonePending)],
        EnrolmentState.PhoneVerified => WithPending(Given.PhoneVerified),
        EnrolmentState.VerificationEnabled => [.. WithPending(Given.VerificationEnabled), .. SignInSamples.Shapes],
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Whether the data, beyond the state, are such that an event of the kind can have happened to them.</summary>
    public static bool Fits(Enrolment enrolment, LifecycleTrigger trigger) => trigger switch
    {
        LifecycleTrigger.CodeResent or LifecycleTrigger.CodeReissued or LifecycleTrigger.CodeMismatched or LifecycleTrigger.PendingCancelled
            or LifecycleTrigger.PendingLapsed => enrolment.Pending is not null,
        LifecycleTrigger.DeliveryFailed => enrolment.Pending is not null || enrolment.SignIn is not null,
        LifecycleTrigger.CodeMatched => enrolment.Pending is { } pending && (enrolment.Phone is null || enrolment.Phone.Details.Number == pending.Details.Number),
        LifecycleTrigger.PhoneReplaced => enrolment.Pending is { } pending && enrolment.Phone is { } phone && phone.Details.Number != pending.Details.Number,
        LifecycleTrigger.ChannelEnabled or LifecycleTrigger.PhoneRemoved => enrolment.Pending is null,
        LifecycleTrigger.DeliveryOptedOut => enrolment.Phone is not null || enrolment.Pending is not null || enrolment.FormerNumbers.Count > 0,
        LifecycleTrigger.DeliveryRestored => enrolment.OptedOut.Count > 0,
        LifecycleTrigger.Unlocked => enrolment.Failures.Count > 0,
        LifecycleTrigger.NoticesAcknowledged => enrolment.InAppNotices.Count > 0,
        LifecycleTrigger.ClockSetBack => enrolment.Version > 0,
        _ => SignInSamples.Fits(enrolment, trigger),
    };

    /// <summary>An event of a kind on a snapshot on which nothing else happened.</summary>
    public static EnrolmentEvent Event(LifecycleTrigger trigger) => Event(trigger, Given.VerificationEnabled.With(Given.Pending(Given.Israeli)));

    /// <summary>An event of a kind that fits the snapshot, if any of its kind does.</summary>
    public static EnrolmentEvent Event(LifecycleTrigger trigger, Enrolment on)
    {
        var countFrom = Given.Now - Duration.FromHours(24);
        var byUser = Given.ByUser;
        var byTime = By(Initiator.Time);
        var verified = on.Phone?.Details.Number ?? Given.American.Number;
        var pending = on.Pending?.Details.Number ?? Given.Israeli.Number;
        var active = on.ActiveChannel ?? VerificationChannel.Sms;
        var current = on.Pending?.Challenge.Id ?? new ChallengeId("current");
        EnrolmentEvent happened = trigger switch
        {
            LifecycleTrigger.PhoneSubmitted => new PhoneSubmitted(Given.British, Given.Challenge(British, "newer", Given.Now), Given.Now + Duration.FromHours(24), countFrom) { Origin = byUser },
            LifecycleTrigger.CodeResent => new CodeResent(current, countFrom) { Origin = byUser },
            LifecycleTrigger.CodeReissued => new CodeReissued(Given.Challenge(pending, "newer", Given.Now), countFrom) { Origin = byUser },
            LifecycleTrigger.CodeMismatched => new CodeMismatched(current, CodePurpose.Enrol, CodeMatch.None, null) { Origin = byUser },
            LifecycleTrigger.CodeMatched => new CodeMatched(current) { Origin = byUser },
            LifecycleTrigger.PhoneReplaced => new PhoneReplaced(current, verified) { Origin = byUser },
            LifecycleTrigger.PendingCancelled => new PendingCancelled(pending) { Origin = byUser },
            LifecycleTrigger.PendingLapsed => new PendingLapsed(pending) { Origin = byTime with { At = on.Pending?.LapsesAt ?? Given.Now } },
            LifecycleTrigger.ChannelEnabled => new ChannelEnabled(VerificationChannel.AppPush, countFrom) { Origin = byUser },
            LifecycleTrigger.ChannelChanged => new ChannelChanged(active, active is VerificationChannel.Sms ? VerificationChannel.AppPush : VerificationChannel.Sms, countFrom) { Origin = byUser },
            LifecycleTrigger.VerificationDisabled => new VerificationDisabled(active, DisableCause.Requested) { Origin = byUser },
            LifecycleTrigger.ProtectionDropped => new ProtectionDropped(active, DisableCause.Stop) { Origin = By(Initiator.Carrier) },
            LifecycleTrigger.PhoneRemoved => new PhoneRemoved(verified) { Origin = byUser },
            LifecycleTrigger.PhoneInvalidated => new PhoneInvalidated(verified, InvalidationReason.Recycled) { Origin = By(Initiator.Carrier) },
            LifecycleTrigger.DeliveryOptedOut => new DeliveryOptedOut(on.Phone?.Details.Number ?? on.Pending?.Details.Number ?? Texted) { Origin = By(Initiator.Carrier) },
            LifecycleTrigger.DeliveryRestored => new DeliveryRestored(British) { Origin = By(Initiator.Carrier) },
            LifecycleTrigger.Unlocked => new Unlocked(on.Failures.Sum(failure => failure.Count)) { Origin = By(Initiator.Operator) },
            LifecycleTrigger.PhoneImported => new PhoneImported(Given.British, Given.Now) { Origin = By(Initiator.Operator) },
            LifecycleTrigger.DeliveryFailed => new DeliveryFailed(on.Pending is null && on.SignIn is { } signIn ? signIn.Challenge.Id : current, DeliveryFailure.Refused) { Origin = byTime },
            LifecycleTrigger.NoticeUndeliverable => new NoticeUndeliverable(NoticeKind.PhoneVerified) { Origin = byTime },
            LifecycleTrigger.NoticesAcknowledged => new NoticesAcknowledged(Given.Now) { Origin = byUser },
            LifecycleTrigger.ClockSetBack => new ClockSetBack(on.ChangedAt ?? Given.Now) { Origin = byTime with { At = (on.ChangedAt ?? Given.Now) - Duration.FromHours(1) } },
            LifecycleTrigger.RequestHandled => new RequestHandled(new HandledRequest("mark", "fingerprint", "key", null, Given.Now)) { Origin = byUser },
            _ => SignInSamples.Event(trigger, on),
        };
        return on.Version == 0 ? happened with { Begins = NewId } : happened;
    }

    public static Origin By(Initiator initiator) => new(Given.Now, initiator, null);

    /// <summary>A number was texted and said STOP, another one was texted; four codes were wrong; a notice waits in the application; and a device is bound.</summary>
    public static Enrolment WithBooks(Enrolment enrolment) => enrolment with
    {
        FormerNumbers = [new FormerNumber(British, WasVerified: false), new FormerNumber(Texted, WasVerified: false)],
        OptedOut = [new OptOut(British, Given.Now - Duration.FromDays(1))],
        Failures = [new WrongCodes(CodePurpose.Enrol, British, 2), new WrongCodes(CodePurpose.SignIn, British, 1), new WrongCodes(CodePurpose.BackupCode, British, 1)],
        Devices = [GivenSignIns.Phone],
        DevicesBound = 1,
        InAppNotices = [new InAppNotice(NoticeKind.DeliveryOptedOut, Given.Now - Duration.FromDays(1))],
    };

    private static Enrolment[] WithPending(Enrolment verified)
    {
        Enrolment[] shapes = [verified, verified.With(Given.Pending(Given.Israeli)), verified.With(Given.Pending(Given.American))];
        return [.. shapes, .. shapes.Select(WithBooks)];
    }
}
