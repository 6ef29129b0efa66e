namespace LoginVerification.Exploration;

/// <summary>
/// The abstract state of an enrolment as a sign-in sees it. Beside <see cref="Shape"/>, which is the same enrolment as its owner's settings see it: no decider
/// of the one reads what is only in the other, which a test holds them to, so that each is explored alone and the product is not needed. Timers are zones, as there.
/// </summary>
/// <param name="Active">The channel that protects the log-in; null where none does.</param>
/// <param name="Reach">Whether codes may go to the number.</param>
/// <param name="Device">Whether a device is bound.</param>
/// <param name="Phase">How far the open sign-in came.</param>
/// <param name="Tries">Wrong answers to it.</param>
/// <param name="Sends">Codes or pushes inside the window.</param>
/// <param name="OwnSends">Those of them that are the open sign-in's.</param>
/// <param name="Waiting">Whether the next one has to wait.</param>
/// <param name="Failures">Wrong answers in a row.</param>
/// <param name="Locked">Whether they lock sign-in.</param>
/// <param name="Codes">Backup codes that are left.</param>
/// <param name="CodeFailures">Wrong backup codes in a row.</param>
/// <param name="CodesLocked">Whether they lock the backup codes.</param>
internal readonly record struct SignInShape(
    VerificationChannel? Active,
    Reach Reach,
    bool Device,
    SignInPhase Phase,
    byte Tries,
    byte Sends,
    byte OwnSends,
    bool Waiting,
    byte Failures,
    bool Locked,
    byte Codes,
    byte CodeFailures,
    bool CodesLocked);

/// <summary>How far an open sign-in came. Those that ended are one with none: what decides tells them apart by the refusal alone.</summary>
internal enum SignInPhase : byte
{
    None,
    Asked,

    /// <summary>The owner has said yes on a device.</summary>
    Confirmed,
}

/// <summary>Whether codes may go to the verified number.</summary>
internal enum Reach : byte
{
    Open,

    /// <summary>Its holder asked for no more messages.</summary>
    Stopped,

    /// <summary>It was reported to have changed hands.</summary>
    InDoubt,
}
