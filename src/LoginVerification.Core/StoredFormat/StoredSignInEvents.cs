using NodaTime;

namespace LoginVerification.Engine;

/// <summary>Somebody gave the password, and the owner was asked.</summary>
internal sealed record StoredSignInBegun(StoredOrigin Origin, StoredSignIn SignIn, Instant SendsCountFrom) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new SignInBegun(SignIn.ToSignIn(), SendsCountFrom) { Origin = Origin.ToOrigin() };
}

/// <summary>The owner was asked once more.</summary>
internal sealed record StoredSignInResent(StoredOrigin Origin, ChallengeId Challenge, VerificationChannel Channel, Instant SendsCountFrom) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new SignInResent(Challenge, Channel, SendsCountFrom) { Origin = Origin.ToOrigin() };
}

/// <summary>A wrong answer was given.</summary>
internal sealed record StoredSignInMismatched(StoredOrigin Origin, ChallengeId Challenge, Instant? LockedUntil, bool IsFirstLock) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new SignInMismatched(Challenge, LockedUntil) { IsFirstLock = IsFirstLock, Origin = Origin.ToOrigin() };
}

/// <summary>The last wrong answer was given.</summary>
internal sealed record StoredSignInExhausted(StoredOrigin Origin, ChallengeId Challenge) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new SignInExhausted(Challenge) { Origin = Origin.ToOrigin() };
}

/// <summary>The owner said yes on a device.</summary>
internal sealed record StoredSignInConfirmed(StoredOrigin Origin, ChallengeId Challenge, DeviceId Device) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new SignInConfirmed(Challenge, Device) { Origin = Origin.ToOrigin() };
}

/// <summary>A browser was let in.</summary>
internal sealed record StoredSignInApproved(StoredOrigin Origin, ChallengeId Challenge) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new SignInApproved(Challenge) { Origin = Origin.ToOrigin() };
}

/// <summary>The owner said no on a device.</summary>
internal sealed record StoredSignInDenied(StoredOrigin Origin, ChallengeId Challenge, DeviceId Device) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new SignInDenied(Challenge, Device) { Origin = Origin.ToOrigin() };
}

/// <summary>Nobody answered in time.</summary>
internal sealed record StoredSignInExpired(StoredOrigin Origin, ChallengeId Challenge) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new SignInExpired(Challenge) { Origin = Origin.ToOrigin() };
}

/// <summary>Backup codes were issued.</summary>
internal sealed record StoredBackupCodesIssued(StoredOrigin Origin, StoredBackupCodeSet Codes) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new BackupCodesIssued(Codes.ToSet()) { Origin = Origin.ToOrigin() };
}

/// <summary>A backup code let a browser in.</summary>
internal sealed record StoredBackupCodeUsed(StoredOrigin Origin, int Number) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new BackupCodeUsed(Number) { Origin = Origin.ToOrigin() };
}

/// <summary>A wrong backup code was given.</summary>
internal sealed record StoredBackupCodeMismatched(StoredOrigin Origin, Instant? LockedUntil, bool IsFirstLock) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new BackupCodeMismatched(LockedUntil) { IsFirstLock = IsFirstLock, Origin = Origin.ToOrigin() };
}

/// <summary>A device was bound.</summary>
internal sealed record StoredDeviceBound(StoredOrigin Origin, StoredDevice Device) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new DeviceBound(Device.ToDevice()) { Origin = Origin.ToOrigin() };
}

/// <summary>A device got another name.</summary>
internal sealed record StoredDeviceRenamed(StoredOrigin Origin, DeviceId Device, string Name) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new DeviceRenamed(Device, Name) { Origin = Origin.ToOrigin() };
}

/// <summary>A device is reached elsewhere.</summary>
internal sealed record StoredDeviceAddressChanged(StoredOrigin Origin, DeviceId Device, PushAddress? Address) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new DeviceAddressChanged(Device, Address) { Origin = Origin.ToOrigin() };
}

/// <summary>A device was removed.</summary>
internal sealed record StoredDeviceRemoved(StoredOrigin Origin, DeviceId Device) : StoredEvent(Origin)
{
    protected override EnrolmentEvent ToBareEvent() => new DeviceRemoved(Device) { Origin = Origin.ToOrigin() };
}
