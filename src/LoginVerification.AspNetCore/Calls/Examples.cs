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

    /// <summary>A refusal with the ways out that its kind has.</summary>
    public static Refusal Refusal(RefusalCode code) => code.Kind() switch
    {
        RefusalKind.Wait => Of(code, new WayOut.Retry(Later)) with { RetryAt = Later },
        RefusalKind.Reauthenticate => Of(code, new WayOut.Reauthenticate { WithSecondFactor = code is RefusalCode.SecondFactorRequired }),
        RefusalKind.AskOperator => Of(code, new WayOut.AskOperator()),
        RefusalKind.Correct => Of(code, new WayOut.Correct()),
        RefusalKind.AnotherNumber => Of(code, new WayOut.Act(Web, new Choice(EnrolmentAction.SubmitPhone)) { WithAnotherNumber = true }),
        RefusalKind.NothingToDo => new Refusal(code, new RefusalSource.Lifecycle()),
        RefusalKind.FollowWaysOut => Of(code, code switch
        {
            RefusalCode.WrongCode => new WayOut.Act(Web, new Choice(EnrolmentAction.ConfirmCode)),
            RefusalCode.CodeExpired or RefusalCode.CodeExhausted => new WayOut.Act(Web, new Choice(EnrolmentAction.ResendCode)),
            RefusalCode.SignInNotOpen or RefusalCode.SignInDenied or RefusalCode.NoBackupCodes => new WayOut.BeginSignIn(),
            RefusalCode.DeviceUnknown or RefusalCode.DeviceNotRegistered or RefusalCode.BindingTokenInvalid or RefusalCode.DeviceProtectsLogin => new WayOut.RegisterDevice(),
            RefusalCode.TooManyDevices => new WayOut.RemoveDevice(),
            RefusalCode.NotEnabled => new WayOut.Act(Web, new Choice(EnrolmentAction.EnableVerification, VerificationChannel.Sms)),
            RefusalCode.PhoneProtectsLogin => new WayOut.Act(Web, new Choice(EnrolmentAction.DisableVerification)),
            _ => new WayOut.Act(Web, new Choice(EnrolmentAction.SubmitPhone)),
        }),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Instant Later => Now + Duration.FromSeconds(30);

    private static Refusal Of(RefusalCode code, WayOut way) => new(code, new RefusalSource.Lifecycle()) { WaysOut = [way] };
}
