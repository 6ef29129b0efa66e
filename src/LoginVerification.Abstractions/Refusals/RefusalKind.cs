namespace LoginVerification;

/// <summary>What kind of way leads out of a refusal.</summary>
[JsonConverter(typeof(NameJsonConverter<RefusalKind>))]
public enum RefusalKind
{
    /// <summary>The purpose is reached, or there is none: no way out is owed.</summary>
    NothingToDo,

    /// <summary>Time. Never a surface or a number that would evade a limit.</summary>
    Wait,

    /// <summary>Another authentication: a recent one, or one with the second factor.</summary>
    Reauthenticate,

    /// <summary>The host's staff. Never a surface or a number that would evade a risk.</summary>
    AskOperator,

    /// <summary>The same input, written otherwise: with the country, with the missing digit.</summary>
    Correct,

    /// <summary>Another number: this one stays refused however it is written.</summary>
    AnotherNumber,

    /// <summary>What leads on depends on the situation: the same action with another input, another action, or another surface. The ways out name it.</summary>
    FollowWaysOut,
}

/// <summary>What is known of every refusal by its code alone.</summary>
public static class RefusalCodes
{
    /// <summary>The kind of way that leads out. A web host's status code follows from it.</summary>
    /// <param name="code">The code.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such code.</exception>
    public static RefusalKind Kind(this RefusalCode code) => code switch
    {
        RefusalCode.PhoneAlreadyVerified or RefusalCode.AlreadyEnabled or RefusalCode.ChannelAlreadyActive or RefusalCode.NumberNotHeld
            or RefusalCode.NotYetLapsed or RefusalCode.IdempotencyKeyReused or RefusalCode.AlreadyKnown or RefusalCode.NothingToAcknowledge or RefusalCode.NotLocked or RefusalCode.ImportNotPossible
            or RefusalCode.DeviceAlreadyBound => RefusalKind.NothingToDo,
        RefusalCode.ResendTooSoon or RefusalCode.SendLimitReached or RefusalCode.SendsHeldBack or RefusalCode.ChangedTooOften or RefusalCode.CoolingDown or RefusalCode.Locked or RefusalCode.Conflict
            or RefusalCode.SignInUnanswered => RefusalKind.Wait,
        RefusalCode.ReauthenticationRequired or RefusalCode.SecondFactorRequired => RefusalKind.Reauthenticate,
        RefusalCode.LockedUntilUnlock or RefusalCode.EnrolmentUnreadable => RefusalKind.AskOperator,
        RefusalCode.NumberUnreadable or RefusalCode.NumberTooShort or RefusalCode.NumberTooLong or RefusalCode.NumberNotInUse
            or RefusalCode.CountryMissing or RefusalCode.CountryMismatch or RefusalCode.CodeMalformed
            or RefusalCode.WrongMatchingNumber or RefusalCode.SignatureInvalid or RefusalCode.DeviceKeyInvalid or RefusalCode.DeviceNameInvalid => RefusalKind.Correct,
        RefusalCode.ShortNumber or RefusalCode.NumberReserved or RefusalCode.NumberHasTooManyAccounts => RefusalKind.AnotherNumber,
        RefusalCode.ActionNotOffered or RefusalCode.NoPendingPhone or RefusalCode.NoVerifiedPhone or RefusalCode.NotEnabled or RefusalCode.PhoneProtectsLogin
            or RefusalCode.CountryNotServed or RefusalCode.CarrierNotServed or RefusalCode.LineTypeNotServed or RefusalCode.ChannelNotServed
            or RefusalCode.WrongCode or RefusalCode.CodeSuperseded or RefusalCode.CodeExpired or RefusalCode.CodeExhausted
            or RefusalCode.DeviceNotRegistered or RefusalCode.DeliveryOptedOut
            or RefusalCode.ReverificationRequired
            or RefusalCode.SignInNotOpen or RefusalCode.SignInDenied or RefusalCode.DeviceUnknown or RefusalCode.BindingTokenInvalid or RefusalCode.TooManyDevices
            or RefusalCode.DeviceProtectsLogin or RefusalCode.NoBackupCodes => RefusalKind.FollowWaysOut,
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "This is no code of a refusal. Name a member of RefusalCode."),
    };
}
