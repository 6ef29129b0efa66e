namespace LoginVerification;

/// <summary>All of an enrolment that a way depends on, numbers by class and not by digits.</summary>
internal readonly record struct WaySituation(
    bool DeviceRegistered,
    VerificationChannel? ActiveChannel,
    WayNumber Verified,
    WayNumber Pending,
    bool CodeAlive,
    WayNumber Target,
    bool TargetIsVerified,
    bool TargetIsPending);
