namespace LoginVerification.Engine;

/// <summary>
/// Every type of document and every version of it that this release reads: one line each. It writes the version whose record
/// <see cref="StoredEnrolment.Of"/>, <see cref="StoredEvent.Of"/> or <see cref="StoredErasure.Of"/> makes; any other is read alone.
/// </summary>
/// <remarks>
/// A type that changes gets a second line, and no other type is touched. Its older record stays as it was, beside the new one, under a name
/// with its version, and makes today's snapshot or event out of what it holds. A part that several types hold (an origin, a challenge,
/// the details of a number) changes all of them. The release that only reads the new version is deployed before the one that writes it.
/// </remarks>
internal static class StoredVersions
{
    public static StoredTable<Enrolment> Snapshots { get; } = new(
        new StoredVersion("Enrolment", 1, StoredJson.Shapes.StoredEnrolment1),
        new StoredVersion("Enrolment", 2, StoredJson.Shapes.StoredEnrolment2),
        new StoredVersion("Enrolment", 3, StoredJson.Shapes.StoredEnrolment));

    public static StoredTable<Erasure> Erasures { get; } = new(
        new StoredVersion("Erasure", 1, StoredJson.Shapes.StoredErasure));

    public static StoredTable<EnrolmentEvent> Events { get; } = new(
        new StoredVersion("PhoneSubmitted", 1, StoredJson.Shapes.StoredPhoneSubmitted),
        new StoredVersion("CodeResent", 1, StoredJson.Shapes.StoredCodeResent),
        new StoredVersion("CodeReissued", 1, StoredJson.Shapes.StoredCodeReissued),
        new StoredVersion("CodeMismatched", 1, StoredJson.Shapes.StoredCodeMismatched),
        new StoredVersion("CodeMatched", 1, StoredJson.Shapes.StoredCodeMatched),
        new StoredVersion("PhoneReplaced", 1, StoredJson.Shapes.StoredPhoneReplaced),
        new StoredVersion("PendingCancelled", 1, StoredJson.Shapes.StoredPendingCancelled),
        new StoredVersion("PendingLapsed", 1, StoredJson.Shapes.StoredPendingLapsed),
        new StoredVersion("ChannelEnabled", 1, StoredJson.Shapes.StoredChannelEnabled),
        new StoredVersion("ChannelChanged", 1, StoredJson.Shapes.StoredChannelChanged),
        new StoredVersion("VerificationDisabled", 1, StoredJson.Shapes.StoredVerificationDisabled),
        new StoredVersion("ProtectionDropped", 1, StoredJson.Shapes.StoredProtectionDropped),
        new StoredVersion("PhoneRemoved", 1, StoredJson.Shapes.StoredPhoneRemoved),
        new StoredVersion("PhoneInvalidated", 1, StoredJson.Shapes.StoredPhoneInvalidated),
        new StoredVersion("DeliveryOptedOut", 1, StoredJson.Shapes.StoredDeliveryOptedOut),
        new StoredVersion("DeliveryRestored", 1, StoredJson.Shapes.StoredDeliveryRestored),
        new StoredVersion("Unlocked", 1, StoredJson.Shapes.StoredUnlocked),
        new StoredVersion("PhoneImported", 1, StoredJson.Shapes.StoredPhoneImported),
        new StoredVersion("DeliveryFailed", 1, StoredJson.Shapes.StoredDeliveryFailed),
        new StoredVersion("NoticeUndeliverable", 1, StoredJson.Shapes.StoredNoticeUndeliverable),
        new StoredVersion("NoticesAcknowledged", 1, StoredJson.Shapes.StoredNoticesAcknowledged),
        new StoredVersion("ClockSetBack", 1, StoredJson.Shapes.StoredClockSetBack),
        new StoredVersion("SignInBegun", 1, StoredJson.Shapes.StoredSignInBegun),
        new StoredVersion("SignInResent", 1, StoredJson.Shapes.StoredSignInResent),
        new StoredVersion("SignInMismatched", 1, StoredJson.Shapes.StoredSignInMismatched),
        new StoredVersion("SignInExhausted", 1, StoredJson.Shapes.StoredSignInExhausted),
        new StoredVersion("SignInConfirmed", 1, StoredJson.Shapes.StoredSignInConfirmed),
        new StoredVersion("SignInApproved", 1, StoredJson.Shapes.StoredSignInApproved),
        new StoredVersion("SignInDenied", 1, StoredJson.Shapes.StoredSignInDenied),
        new StoredVersion("SignInExpired", 1, StoredJson.Shapes.StoredSignInExpired),
        new StoredVersion("BackupCodesIssued", 1, StoredJson.Shapes.StoredBackupCodesIssued),
        new StoredVersion("BackupCodeUsed", 1, StoredJson.Shapes.StoredBackupCodeUsed),
        new StoredVersion("BackupCodeMismatched", 1, StoredJson.Shapes.StoredBackupCodeMismatched),
        new StoredVersion("DeviceBound", 1, StoredJson.Shapes.StoredDeviceBound),
        new StoredVersion("DeviceRenamed", 1, StoredJson.Shapes.StoredDeviceRenamed),
        new StoredVersion("DeviceAddressChanged", 1, StoredJson.Shapes.StoredDeviceAddressChanged),
        new StoredVersion("DeviceRemoved", 1, StoredJson.Shapes.StoredDeviceRemoved),
        new StoredVersion("RequestHandled", 1, StoredJson.Shapes.StoredRequestHandled));
}
