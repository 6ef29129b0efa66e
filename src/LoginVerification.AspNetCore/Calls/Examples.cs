using NodaTime;

namespace LoginVerification.Http;

/// <summary>What examples are made of.</summary>
internal static class Examples
{
    public const string Phone = "+97********78";

    public const string Code = "493027";

    public const string Signature = "L5lhcaSuTUhQw3ombiiRD_eUd8xaHji0_uxAcVqd2LB_Xcozv9ruOfqrMNcKt-Ropf9RGpcACaxA1EIFdGimBQ";

    public static Instant Now { get; } = Instant.FromUtc(2026, 11, 22, 12, 0);

    public static Surface Web { get; } = Surface.Parse("web");

    public static DeviceId Device { get; } = DeviceId.Parse("0123456789abcdef0123456789abcdef");

    /// <summary>A refusal as it comes: with its source, and with the ways out of its kind.</summary>
    public static Refusal Refusal(RefusalCode code) => code.Kind() switch
    {
        RefusalKind.Wait => Of(code, new WayOut.Retry(Later)) with { RetryAt = Later },
        RefusalKind.Reauthenticate => Of(code, new WayOut.Reauthenticate { WithSecondFactor = code is RefusalCode.SecondFactorRequired }),
        RefusalKind.AskOperator => Of(code, new WayOut.AskOperator()),
        RefusalKind.Correct => Of(code, new WayOut.Correct()),
        RefusalKind.AnotherNumber => Of(code, new WayOut.Act(Web, new Choice(EnrolmentAction.SubmitPhone)) { WithAnotherNumber = true }),
        RefusalKind.NothingToDo => new Refusal(code, SourceOf(code)),
        RefusalKind.FollowWaysOut => Of(code, code switch
        {
            RefusalCode.WrongCode => new WayOut.Act(Web, new Choice(EnrolmentAction.ConfirmCode)),
            RefusalCode.CodeExpired or RefusalCode.CodeExhausted => new WayOut.Act(Web, new Choice(EnrolmentAction.ResendCode)),
            RefusalCode.SignInNotOpen or RefusalCode.NoBackupCodes => new WayOut.BeginSignIn(),
            RefusalCode.SignInDenied => new WayOut.Retry(Later),
            RefusalCode.DeviceUnknown or RefusalCode.BindingTokenInvalid or RefusalCode.DeviceProtectsLogin or RefusalCode.DeviceNotRegistered => new WayOut.RegisterDevice(),
            RefusalCode.TooManyDevices => new WayOut.RemoveDevice(),
            RefusalCode.NotEnabled => new WayOut.Act(Web, new Choice(EnrolmentAction.EnableVerification, VerificationChannel.Sms)),
            RefusalCode.PhoneProtectsLogin => new WayOut.Act(Web, new Choice(EnrolmentAction.DisableVerification)),
            _ => new WayOut.Act(Web, new Choice(EnrolmentAction.SubmitPhone)),
        }),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Instant Later => Now + Duration.FromSeconds(30);

    private static Refusal Of(RefusalCode code, WayOut way) => new(code, SourceOf(code)) { WaysOut = [way] };

    private static RefusalSource SourceOf(RefusalCode code) => code switch
    {
        RefusalCode.ActionNotOffered => new RefusalSource.Offer(Web),
        RefusalCode.CountryNotServed or RefusalCode.CarrierNotServed or RefusalCode.LineTypeNotServed or RefusalCode.ChannelNotServed => new RefusalSource.Rule("countries-of-the-web"),
        RefusalCode.NumberUnreadable or RefusalCode.NumberTooShort or RefusalCode.NumberTooLong or RefusalCode.ShortNumber or RefusalCode.NumberNotInUse or RefusalCode.CountryMissing
            or RefusalCode.CountryMismatch => Sources.PhoneNumberReader,
        RefusalCode.NumberReserved => Sources.SmsSender,
        RefusalCode.Conflict or RefusalCode.EnrolmentUnreadable => Sources.Store,
        RefusalCode.SendsHeldBack => Sources.Withheld,
        RefusalCode.IdempotencyKeyReused => Sources.IdempotencyKey,
        RefusalCode.ReauthenticationRequired => Sources.ReauthenticateWithin,
        RefusalCode.WrongCode or RefusalCode.CodeSuperseded => Sources.Code,
        RefusalCode.CodeMalformed => Sources.CodeDigits,
        RefusalCode.CodeExpired => Sources.CodeLife,
        RefusalCode.CodeExhausted => Sources.CodeWrongTries,
        RefusalCode.ResendTooSoon => Sources.SendingResendWait,
        RefusalCode.SendLimitReached => Sources.SendingPerNumber,
        RefusalCode.Locked => Sources.LockEveryFailures,
        RefusalCode.LockedUntilUnlock => Sources.LockFinalFailures,
        RefusalCode.ChangedTooOften => Sources.ChannelChangesMost,
        RefusalCode.CoolingDown => Sources.CoolDownAfterRemoval,
        RefusalCode.NumberHasTooManyAccounts => Sources.AccountsPerNumber,
        RefusalCode.PhoneProtectsLogin => Sources.RemovePhoneWhileEnabled,
        RefusalCode.DeliveryOptedOut => Sources.OnStop,
        RefusalCode.ReverificationRequired => Sources.OnPhoneInvalidated,
        RefusalCode.NotYetLapsed => Sources.PendingLapsesAfter,
        _ => Sources.Lifecycle,
    };
}
