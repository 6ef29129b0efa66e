namespace LoginVerification.Engine;

/// <summary>All that the shortest way depends on, so that few questions are ever asked and each is worked out once.</summary>
internal readonly record struct WayQuestion(Surface Surface, Choice Choice, WaySituation Situation);

/// <summary>All of an enrolment that a way depends on, numbers by class and not by digits.</summary>
internal readonly record struct WaySituation(
    Asker Asker,
    VerificationChannel? ActiveChannel,
    WayNumber Verified,
    WayNumber Pending,
    bool CodeAlive,
    WayNumber Target,
    bool TargetIsVerified,
    bool TargetIsPending);

/// <summary>A number as far as a way depends on it.</summary>
internal readonly record struct WayNumber(bool Exists, RuleBits Class, bool OptedOut, bool HasVerified, bool NeedsReverification);
