namespace LoginVerification.Engine;

/// <summary>What events owe the world: a code by SMS, a push to the app, a notice to the owner's addresses, a notice to a number that is no longer in force.</summary>
internal static class OwedEffects
{
    /// <summary>What a save owes, each with the version of its event. Whether it may still leave is asked when it does.</summary>
    public static IReadOnlyList<(long EventVersion, OutboxEffect Effect)> Of(Enrolment before, ValueList<EnrolmentEvent> events)
    {
        // A policy that drops protection silently is research into services that did: it tells nobody, of anything.
        if (events.Any(happened => happened is ProtectionDropped))
            return [];
        var owed = new List<(long, OutboxEffect)>();
        foreach (var (index, happened) in events.Index())
        {
            foreach (var effect in Of(before, happened))
                owed.Add((before.Version + index + 1, effect));
        }

        return owed;
    }

    /// <summary>What the owner is told of an event, or null for nothing.</summary>
    public static NoticeKind? NoticeOf(EnrolmentEvent happened) => happened switch
    {
        CodeMatched or PhoneImported => NoticeKind.PhoneVerified,
        PhoneReplaced => NoticeKind.PhoneReplaced,
        PhoneRemoved => NoticeKind.PhoneRemoved,
        PhoneInvalidated => NoticeKind.PhoneInvalidated,
        ChannelEnabled => NoticeKind.VerificationEnabled,
        ChannelChanged => NoticeKind.ChannelChanged,
        VerificationDisabled => NoticeKind.VerificationDisabled,
        DeliveryOptedOut => NoticeKind.DeliveryOptedOut,
        SignInMismatched { IsFirstLock: true } or BackupCodeMismatched { IsFirstLock: true } => NoticeKind.SignInGuessed,
        SignInDenied => NoticeKind.SignInDenied,
        DeviceBound => NoticeKind.DeviceBound,
        DeviceRemoved => NoticeKind.DeviceRemoved,
        BackupCodesIssued => NoticeKind.BackupCodesIssued,
        BackupCodeUsed => NoticeKind.BackupCodeUsed,
        _ => null,
    };

    /// <summary>The challenge whose code, or push, an event sends; or null for none.</summary>
    public static ChallengeId? CodeOf(EnrolmentEvent happened) => happened switch
    {
        PhoneSubmitted e => e.Challenge.Id,
        CodeReissued e => e.Challenge.Id,
        CodeResent e => e.Challenge,
        SignInBegun e => e.SignIn.Challenge.Id,
        SignInResent e => e.Challenge,
        _ => null,
    };

    /// <summary>Whether a message asks the owner something, by a code or a push, so that somebody waits for it; the others tell what happened.</summary>
    public static bool AsksOwner(OutboxEffect effect) => effect is OutboxEffect.SendCode or OutboxEffect.WakeDevices;

    /// <summary>Whether a later event owes the same code as the first of these: its message goes out instead, and tells how far the code came.</summary>
    public static bool IsOwedAgain(IReadOnlyList<EnrolmentEvent> fromTheOneOn) =>
        CodeOf(fromTheOneOn[0]) is { } code && fromTheOneOn.Skip(1).Any(later => CodeOf(later) == code);

    private static OutboxEffect[] Of(Enrolment before, EnrolmentEvent happened)
    {
        if (happened is SignInBegun { SignIn.Channel: VerificationChannel.AppPush } or SignInResent { Channel: VerificationChannel.AppPush })
            return before.Devices.Any(device => device.Address is not null) ? [OutboxEffect.WakeDevices] : [];
        if (CodeOf(happened) is not null)
            return [OutboxEffect.SendCode];
        return happened is PhoneReplaced
            ? [OutboxEffect.NotifyOwner, OutboxEffect.NotifySecondAddress, OutboxEffect.NotifyPreviousNumber]
            : NoticeOf(happened) is null ? [] : [OutboxEffect.NotifyOwner, OutboxEffect.NotifySecondAddress];
    }
}
