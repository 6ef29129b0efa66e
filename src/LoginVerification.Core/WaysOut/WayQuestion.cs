namespace LoginVerification;

/// <summary>
/// All that the shortest way depends on, numbers by class and not by digits, so that few questions are ever asked
/// and each is worked out once.
/// </summary>
internal readonly record struct WayQuestion(
    Surface Surface,
    EnrolmentAction Action,
    Channel? Channel,
    bool DeviceRegistered,
    Channel? ActiveChannel,
    WayNumber Verified,
    WayNumber Pending,
    bool CodeAlive,
    WayNumber Target,
    bool TargetIsVerified,
    bool TargetIsPending);

/// <summary>A number as far as a way depends on it.</summary>
internal readonly record struct WayNumber(bool Exists, ulong Class, bool OptedOut, bool NeedsReverification);
