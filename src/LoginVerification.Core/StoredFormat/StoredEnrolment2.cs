using NodaTime;

namespace LoginVerification.Engine;

/// <summary>A snapshot in version 2: before it was kept when a phone was removed. It is read alone, as one in which none was.</summary>
internal sealed record StoredEnrolment2(
    AccountId Account,
    long Version,
    EnrolmentId? Id,
    Instant? ChangedAt,
    StoredVerifiedPhone? Phone,
    StoredPendingPhone? Pending,
    VerificationChannel? ActiveChannel,
    StoredChallenge[] EarlierChallenges,
    StoredSentCode[] Sends,
    StoredWrongCodes[] Failures,
    StoredLock[] Locks,
    StoredOptOut[] OptedOut,
    StoredFormerNumber[] FormerNumbers,
    Instant[] ChannelChanges,
    DeliveryFailure? CodeDelivery,
    StoredInAppNotice[] InAppNotices,
    StoredHandledRequest[] Requests,
    StoredSignIn? SignIn,
    StoredDevice[] Devices,
    long DevicesBound,
    StoredBackupCodeSet? BackupCodes) : StoredDocument<Enrolment>
{
    public override Enrolment ToDomain() => new StoredEnrolment(
        Account,
        Version,
        Id,
        ChangedAt,
        Phone,
        Pending,
        ActiveChannel,
        EarlierChallenges,
        Sends,
        Failures,
        Locks,
        OptedOut,
        FormerNumbers,
        PhoneRemovedAt: null,
        ChannelChanges,
        CodeDelivery,
        InAppNotices,
        Requests,
        SignIn,
        Devices,
        DevicesBound,
        BackupCodes).ToDomain();
}
