using NodaTime;

namespace LoginVerification.Tests;

/// <summary>For each state every shape of its data, and for each kind of event one that fits it.</summary>
internal static class EventSamples
{
    /// <summary>Without a pending number, with another number pending, and with the verified number itself pending again.</summary>
    public static IReadOnlyList<Enrolment> ShapesOf(EnrolmentState state) => state switch
    {
        EnrolmentState.NoPhone => [Given.NoPhone, new Enrolment(AccountId.Parse("a new one"))],
        EnrolmentState.PhonePending => [Given.PhonePending],
        EnrolmentState.PhoneVerified => WithPending(Given.PhoneVerified),
        EnrolmentState.VerificationEnabled => WithPending(Given.VerificationEnabled),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Whether the data, beyond the state, are such that the event can have happened to them.</summary>
    public static bool Fits(Enrolment enrolment, LifecycleTrigger trigger) => trigger switch
    {
        LifecycleTrigger.CodeReissued or LifecycleTrigger.CodeMismatched or LifecycleTrigger.PendingCancelled or LifecycleTrigger.PendingLapsed =>
            enrolment.Pending is not null,
        LifecycleTrigger.CodeMatched => enrolment.Pending is { } pending && (enrolment.Phone is null || enrolment.Phone.Details.Number == pending.Details.Number),
        LifecycleTrigger.PhoneReplaced => enrolment.Pending is { } pending && enrolment.Phone is { } phone && phone.Details.Number != pending.Details.Number,
        LifecycleTrigger.PhoneRemoved => enrolment.Pending is null,
        _ => true,
    };

    public static EnrolmentEvent Event(LifecycleTrigger trigger)
    {
        var origin = Given.ByUser;
        var countFrom = Given.Now - Duration.FromHours(24);
        var british = Given.British.Number;
        var challenge = Given.Challenge(british, "newer", Given.Now);
        return trigger switch
        {
            LifecycleTrigger.PhoneSubmitted => new PhoneSubmitted(Given.British, challenge, Given.Now + Duration.FromHours(24), countFrom) { Origin = origin },
            LifecycleTrigger.CodeResent => new CodeResent(new ChallengeId("current"), countFrom) { Origin = origin },
            LifecycleTrigger.CodeReissued => new CodeReissued(Given.Challenge(Given.Israeli.Number, "newer", Given.Now), countFrom) { Origin = origin },
            LifecycleTrigger.CodeMismatched => new CodeMismatched(new ChallengeId("current"), CodePurpose.Enrol, CodeMatch.None, null) { Origin = origin },
            LifecycleTrigger.CodeMatched => new CodeMatched(new ChallengeId("current")) { Origin = origin },
            LifecycleTrigger.PhoneReplaced => new PhoneReplaced(new ChallengeId("current"), Given.American.Number) { Origin = origin },
            LifecycleTrigger.PendingCancelled => new PendingCancelled(Given.Israeli.Number) { Origin = origin },
            LifecycleTrigger.PendingLapsed => new PendingLapsed(Given.Israeli.Number) { Origin = origin },
            LifecycleTrigger.ChannelEnabled => new ChannelEnabled(VerificationChannel.AppPush, countFrom) { Origin = origin },
            LifecycleTrigger.ChannelChanged => new ChannelChanged(VerificationChannel.Sms, VerificationChannel.AppPush, countFrom) { Origin = origin },
            LifecycleTrigger.VerificationDisabled => new VerificationDisabled(VerificationChannel.Sms, DisableCause.Requested) { Origin = origin },
            LifecycleTrigger.ProtectionDropped => new ProtectionDropped(VerificationChannel.Sms, DisableCause.Stop) { Origin = origin },
            LifecycleTrigger.PhoneRemoved => new PhoneRemoved(Given.American.Number) { Origin = origin },
            LifecycleTrigger.PhoneInvalidated => new PhoneInvalidated(Given.American.Number, InvalidationReason.Recycled) { Origin = origin },
            LifecycleTrigger.DeliveryOptedOut => new DeliveryOptedOut(Given.American.Number) { Origin = origin },
            LifecycleTrigger.DeliveryRestored => new DeliveryRestored(Given.American.Number) { Origin = origin },
            LifecycleTrigger.Unlocked => new Unlocked(3) { Origin = origin },
            LifecycleTrigger.PhoneImported => new PhoneImported(Given.British, Given.Now) { Origin = origin },
            LifecycleTrigger.DeliveryFailed => new DeliveryFailed(new ChallengeId("current"), DeliveryFailure.Refused) { Origin = origin },
            LifecycleTrigger.NoticesAcknowledged => new NoticesAcknowledged(Given.Now) { Origin = origin },
            LifecycleTrigger.ClockSetBack => new ClockSetBack(Given.Now + Duration.FromDays(1)) { Origin = origin },
            LifecycleTrigger.NoticeUndeliverable => new NoticeUndeliverable(NoticeKind.PhoneVerified) { Origin = origin },
            LifecycleTrigger.RequestHandled => new RequestHandled(new HandledRequest("mark", "fingerprint", "key", null, origin.At)) { Origin = origin },
            _ => throw new ArgumentOutOfRangeException(nameof(trigger)),
        };
    }

    private static Enrolment[] WithPending(Enrolment verified) =>
        [verified, verified.With(Given.Pending(Given.Israeli)), verified.With(Given.Pending(Given.American))];
}
