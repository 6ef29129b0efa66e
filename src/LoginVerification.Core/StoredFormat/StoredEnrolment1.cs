using NodaTime;

namespace LoginVerification.Engine;

/// <summary>A snapshot in version 1: before sign-ins, devices and backup codes. It is read alone.</summary>
internal sealed record StoredEnrolment1(
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
    StoredHandledRequest[] Requests) : StoredDocument<Enrolment>
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
        SignIn: null,
        Devices: [],
        DevicesBound: 0,
        BackupCodes: null).ToDomain();
}
