namespace LoginVerification.Engine;

/// <summary>The kinds of events, as the lifecycle table and its diagram name them.</summary>
[JsonConverter(typeof(NameJsonConverter<LifecycleTrigger>))]
public enum LifecycleTrigger
{
    /// <summary><see cref="LoginVerification.Engine.PhoneSubmitted"/>.</summary>
    PhoneSubmitted,

    /// <summary><see cref="LoginVerification.Engine.CodeResent"/>.</summary>
    CodeResent,

    /// <summary><see cref="LoginVerification.Engine.CodeReissued"/>.</summary>
    CodeReissued,

    /// <summary><see cref="LoginVerification.Engine.CodeMismatched"/>.</summary>
    CodeMismatched,

    /// <summary><see cref="LoginVerification.Engine.CodeMatched"/>.</summary>
    CodeMatched,

    /// <summary><see cref="LoginVerification.Engine.PhoneReplaced"/>.</summary>
    PhoneReplaced,

    /// <summary><see cref="LoginVerification.Engine.PendingCancelled"/>.</summary>
    PendingCancelled,

    /// <summary><see cref="LoginVerification.Engine.PendingLapsed"/>.</summary>
    PendingLapsed,

    /// <summary><see cref="LoginVerification.Engine.ChannelEnabled"/>.</summary>
    ChannelEnabled,

    /// <summary><see cref="LoginVerification.Engine.ChannelChanged"/>.</summary>
    ChannelChanged,

    /// <summary><see cref="LoginVerification.Engine.VerificationDisabled"/>.</summary>
    VerificationDisabled,

    /// <summary><see cref="LoginVerification.Engine.ProtectionDropped"/>.</summary>
    ProtectionDropped,

    /// <summary><see cref="LoginVerification.Engine.PhoneRemoved"/>.</summary>
    PhoneRemoved,

    /// <summary><see cref="LoginVerification.Engine.PhoneInvalidated"/>.</summary>
    PhoneInvalidated,

    /// <summary><see cref="LoginVerification.Engine.DeliveryOptedOut"/>.</summary>
    DeliveryOptedOut,

    /// <summary><see cref="LoginVerification.Engine.DeliveryRestored"/>.</summary>
    DeliveryRestored,

    /// <summary><see cref="LoginVerification.Engine.Unlocked"/>.</summary>
    Unlocked,

    /// <summary><see cref="LoginVerification.Engine.PhoneImported"/>.</summary>
    PhoneImported,

    /// <summary><see cref="LoginVerification.Engine.DeliveryFailed"/>.</summary>
    DeliveryFailed,

    /// <summary><see cref="LoginVerification.Engine.NoticeUndeliverable"/>.</summary>
    NoticeUndeliverable,

    /// <summary><see cref="LoginVerification.Engine.NoticesAcknowledged"/>.</summary>
    NoticesAcknowledged,

    /// <summary><see cref="LoginVerification.Engine.ClockSetBack"/>.</summary>
    ClockSetBack,

    /// <summary><see cref="LoginVerification.Engine.RequestHandled"/>.</summary>
    RequestHandled,

    /// <summary><see cref="LoginVerification.Engine.SignInBegun"/>.</summary>
    SignInBegun,

    /// <summary><see cref="LoginVerification.Engine.SignInResent"/>.</summary>
    SignInResent,

    /// <summary><see cref="LoginVerification.Engine.SignInMismatched"/>.</summary>
    SignInMismatched,

    /// <summary><see cref="LoginVerification.Engine.SignInExhausted"/>.</summary>
    SignInExhausted,

    /// <summary><see cref="LoginVerification.Engine.SignInConfirmed"/>.</summary>
    SignInConfirmed,

    /// <summary><see cref="LoginVerification.Engine.SignInApproved"/>.</summary>
    SignInApproved,

    /// <summary><see cref="LoginVerification.Engine.SignInDenied"/>.</summary>
    SignInDenied,

    /// <summary><see cref="LoginVerification.Engine.SignInExpired"/>.</summary>
    SignInExpired,

    /// <summary><see cref="LoginVerification.Engine.BackupCodesIssued"/>.</summary>
    BackupCodesIssued,

    /// <summary><see cref="LoginVerification.Engine.BackupCodeUsed"/>.</summary>
    BackupCodeUsed,

    /// <summary><see cref="LoginVerification.Engine.BackupCodeMismatched"/>.</summary>
    BackupCodeMismatched,

    /// <summary><see cref="LoginVerification.Engine.DeviceBound"/>.</summary>
    DeviceBound,

    /// <summary><see cref="LoginVerification.Engine.DeviceRenamed"/>.</summary>
    DeviceRenamed,

    /// <summary><see cref="LoginVerification.Engine.DeviceAddressChanged"/>.</summary>
    DeviceAddressChanged,

    /// <summary><see cref="LoginVerification.Engine.DeviceRemoved"/>.</summary>
    DeviceRemoved,
}
