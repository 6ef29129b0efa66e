namespace LoginVerification;

/// <summary>The kinds of events, as the lifecycle table and its diagram name them.</summary>
public enum LifecycleTrigger
{
    /// <summary><see cref="LoginVerification.PhoneSubmitted"/>.</summary>
    PhoneSubmitted,

    /// <summary><see cref="LoginVerification.CodeReissued"/>.</summary>
    CodeReissued,

    /// <summary><see cref="LoginVerification.CodeMismatched"/>.</summary>
    CodeMismatched,

    /// <summary><see cref="LoginVerification.CodeMatched"/>.</summary>
    CodeMatched,

    /// <summary><see cref="LoginVerification.PhoneReplaced"/>.</summary>
    PhoneReplaced,

    /// <summary><see cref="LoginVerification.PendingCancelled"/>.</summary>
    PendingCancelled,

    /// <summary><see cref="LoginVerification.PendingLapsed"/>.</summary>
    PendingLapsed,

    /// <summary><see cref="LoginVerification.ChannelEnabled"/>.</summary>
    ChannelEnabled,

    /// <summary><see cref="LoginVerification.ChannelChanged"/>.</summary>
    ChannelChanged,

    /// <summary><see cref="LoginVerification.VerificationDisabled"/>.</summary>
    VerificationDisabled,

    /// <summary><see cref="LoginVerification.ProtectionDropped"/>.</summary>
    ProtectionDropped,

    /// <summary><see cref="LoginVerification.PhoneRemoved"/>.</summary>
    PhoneRemoved,

    /// <summary><see cref="LoginVerification.PhoneInvalidated"/>.</summary>
    PhoneInvalidated,

    /// <summary><see cref="LoginVerification.DeliveryOptedOut"/>.</summary>
    DeliveryOptedOut,

    /// <summary><see cref="LoginVerification.DeliveryRestored"/>.</summary>
    DeliveryRestored,

    /// <summary><see cref="LoginVerification.Unlocked"/>.</summary>
    Unlocked,

    /// <summary><see cref="LoginVerification.PhoneImported"/>.</summary>
    PhoneImported,

    /// <summary><see cref="LoginVerification.NoticeUndeliverable"/>.</summary>
    NoticeUndeliverable,

    /// <summary><see cref="LoginVerification.RequestHandled"/>.</summary>
    RequestHandled,
}
