using NodaTime;

namespace LoginVerification.Engine;

/// <summary>Somebody gave the password, and the owner was asked. It takes the place of an open sign-in.</summary>
/// <param name="SignIn">What was asked.</param>
/// <param name="SendsCountFrom">Sends before this instant are out of the window and are forgotten.</param>
public sealed record SignInBegun(SignIn SignIn, Instant SendsCountFrom) : EnrolmentEvent(LifecycleTrigger.SignInBegun);

/// <summary>The owner was asked once more: the same code, or the same push.</summary>
/// <param name="Challenge">The challenge.</param>
/// <param name="Channel">Over which channel.</param>
/// <param name="SendsCountFrom">Sends before this instant are out of the window and are forgotten.</param>
public sealed record SignInResent(ChallengeId Challenge, VerificationChannel Channel, Instant SendsCountFrom) : EnrolmentEvent(LifecycleTrigger.SignInResent);

/// <summary>A wrong code, or a wrong number on a device, was given, and counted.</summary>
/// <param name="Challenge">The challenge that it was tried against.</param>
/// <param name="LockedUntil">The end of the lock that this failure caused, or null for none.</param>
public sealed record SignInMismatched(ChallengeId Challenge, Instant? LockedUntil) : EnrolmentEvent(LifecycleTrigger.SignInMismatched)
{
    /// <summary>Whether it is the first lock since a sign-in last succeeded: the owner gets a notice.</summary>
    public bool IsFirstLock { get; init; }
}

/// <summary>The last wrong answer that a sign-in takes was given.</summary>
/// <param name="Challenge">The challenge.</param>
public sealed record SignInExhausted(ChallengeId Challenge) : EnrolmentEvent(LifecycleTrigger.SignInExhausted);

/// <summary>The owner said yes on a device, with the right number. The browser that has the challenge may come in.</summary>
/// <param name="Challenge">The challenge.</param>
/// <param name="Device">The device.</param>
public sealed record SignInConfirmed(ChallengeId Challenge, DeviceId Device) : EnrolmentEvent(LifecycleTrigger.SignInConfirmed);

/// <summary>A browser was let in: it gave the right code, or the owner had said yes on a device.</summary>
/// <param name="Challenge">The challenge; it is consumed.</param>
public sealed record SignInApproved(ChallengeId Challenge) : EnrolmentEvent(LifecycleTrigger.SignInApproved);

/// <summary>The owner said no on a device.</summary>
/// <param name="Challenge">The challenge.</param>
/// <param name="Device">The device.</param>
public sealed record SignInDenied(ChallengeId Challenge, DeviceId Device) : EnrolmentEvent(LifecycleTrigger.SignInDenied);

/// <summary>Nobody answered a sign-in in time.</summary>
/// <param name="Challenge">The challenge.</param>
public sealed record SignInExpired(ChallengeId Challenge) : EnrolmentEvent(LifecycleTrigger.SignInExpired);

/// <summary>Backup codes were issued; earlier ones no longer count.</summary>
/// <param name="Codes">Their hashes.</param>
public sealed record BackupCodesIssued(BackupCodeSet Codes) : EnrolmentEvent(LifecycleTrigger.BackupCodesIssued);

/// <summary>A backup code let a browser in. It is used up, and an open sign-in is over.</summary>
/// <param name="Number">Which one of its set.</param>
public sealed record BackupCodeUsed(int Number) : EnrolmentEvent(LifecycleTrigger.BackupCodeUsed);

/// <summary>A wrong backup code was given, and counted.</summary>
/// <param name="LockedUntil">The end of the lock that this failure caused, or null for none.</param>
public sealed record BackupCodeMismatched(Instant? LockedUntil) : EnrolmentEvent(LifecycleTrigger.BackupCodeMismatched)
{
    /// <summary>Whether it is the first lock since a backup code was last right: the owner gets a notice.</summary>
    public bool IsFirstLock { get; init; }
}

/// <summary>A device was bound.</summary>
/// <param name="Device">The device.</param>
public sealed record DeviceBound(AppDevice Device) : EnrolmentEvent(LifecycleTrigger.DeviceBound);

/// <summary>A device got another name.</summary>
/// <param name="Device">The device.</param>
/// <param name="Name">Its name from now on.</param>
public sealed record DeviceRenamed(DeviceId Device, string Name) : EnrolmentEvent(LifecycleTrigger.DeviceRenamed);

/// <summary>A device is reached elsewhere, or no push reaches it any more.</summary>
/// <param name="Device">The device.</param>
/// <param name="Address">Its address from now on, or null for none.</param>
public sealed record DeviceAddressChanged(DeviceId Device, PushAddress? Address) : EnrolmentEvent(LifecycleTrigger.DeviceAddressChanged);

/// <summary>A device was removed: it approves nothing any more.</summary>
/// <param name="Device">The device.</param>
public sealed record DeviceRemoved(DeviceId Device) : EnrolmentEvent(LifecycleTrigger.DeviceRemoved);
