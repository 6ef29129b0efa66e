namespace LoginVerification;

/// <summary>What an owner is told about (NIST SP 800-63B-4, sections 4.1.2.1 and 4.6).</summary>
[JsonConverter(typeof(NameJsonConverter<NoticeKind>))]
public enum NoticeKind
{
    /// <summary>A number was verified.</summary>
    PhoneVerified,

    /// <summary>Another number took the place of the verified one. The previous number is told, too.</summary>
    PhoneReplaced,

    /// <summary>The verified number was removed.</summary>
    PhoneRemoved,

    /// <summary>The verified number was reported to have changed hands.</summary>
    PhoneInvalidated,

    /// <summary>Log-in verification was turned on.</summary>
    VerificationEnabled,

    /// <summary>Log-in verification moved to another channel.</summary>
    ChannelChanged,

    /// <summary>Log-in verification was turned off.</summary>
    VerificationDisabled,

    /// <summary>Messages to a number of the account stopped.</summary>
    DeliveryOptedOut,

    /// <summary>Wrong codes locked sign-in for the first time since it last succeeded: somebody knows the password.</summary>
    SignInGuessed,

    /// <summary>A sign-in was denied on a device: somebody else knows the password.</summary>
    SignInDenied,

    /// <summary>A device was bound, which can approve sign-ins from now on.</summary>
    DeviceBound,

    /// <summary>A device was removed.</summary>
    DeviceRemoved,

    /// <summary>Backup codes were issued; earlier ones no longer count.</summary>
    BackupCodesIssued,

    /// <summary>Somebody signed in with a backup code.</summary>
    BackupCodeUsed,
}
