using NodaTime;

namespace LoginVerification.Tests;

/// <summary>What the golden snapshots of version 2 say, which is read and no longer written: with sign-ins, devices and backup codes.</summary>
internal static class GoldenSignIns
{
    private static readonly Instant At = GoldenSignInEvents.At;
    private static readonly SentCode Asked = new(CodePurpose.SignIn, GoldenSignInEvents.BySms.Challenge.Number, At);

    private static readonly Enrolment Enabled = GoldenEnrolments.OfVersion1["VerificationEnabled"].Enrolment with { Version = 9 };

    private static readonly Enrolment ByApp = Enabled with
    {
        ActiveChannel = VerificationChannel.AppPush,
        Devices =
        [
            GoldenSignInEvents.Phone,
            new AppDevice(DeviceId.Parse("e1e2e3e4e5e6e7e8e9eaebecedeeefe0"), TestKeys.Second, "Tablet", At - Duration.FromDays(2)),
        ],
        DevicesBound = 3,
    };

    public static IReadOnlyDictionary<string, GoldenSave> ByVariant { get; } = new Dictionary<string, GoldenSave>
    {
        ["NoPhone"] = GoldenEnrolments.OfVersion1["NoPhone"],
        ["PhonePending"] = GoldenEnrolments.OfVersion1["PhonePending"],
        ["PhoneVerified"] = new(GoldenEnrolments.OfVersion1["PhoneVerified"].Enrolment with { Devices = [GoldenSignInEvents.Phone], DevicesBound = 1 }, GoldenSignInEvents.ByName["DeviceBound"]),
        ["sms-asked"] = new(Enabled with { SignIn = GoldenSignInEvents.BySms, Sends = [.. Enabled.Sends, Asked], BackupCodes = GoldenSignInEvents.Codes }, GoldenSignInEvents.ByName["SignInBegun"]),
        ["sms-expired"] = new(
            Enabled with { SignIn = GoldenSignInEvents.BySms with { Challenge = Earlier(GoldenSignInEvents.BySms.Challenge, Duration.FromMinutes(10)), Ended = SignInState.Expired, Delivery = DeliveryFailure.Refused } },
            GoldenSignInEvents.ByName["SignInExpired"]),
        ["app-asked"] = new(ByApp with { SignIn = GoldenSignInEvents.ByApp, Sends = [Asked] }, GoldenSignInEvents.ByName["SignInBegun.by-app"]),
        ["app-confirmed"] = new(ByApp with { SignIn = GoldenSignInEvents.ByApp with { ConfirmedBy = GoldenSignInEvents.Phone.Id }, Sends = [Asked] }, GoldenSignInEvents.ByName["SignInConfirmed"]),
        ["app-approved"] = new(
            ByApp with { SignIn = GoldenSignInEvents.ByApp with { ConfirmedBy = GoldenSignInEvents.Phone.Id, Ended = SignInState.Approved } },
            GoldenSignInEvents.ByName["SignInApproved"]),
        ["app-denied"] = new(ByApp with { SignIn = GoldenSignInEvents.ByApp with { Ended = SignInState.Denied } }, GoldenSignInEvents.ByName["SignInDenied"]),
        ["app-exhausted"] = new(
            ByApp with
            {
                SignIn = GoldenSignInEvents.ByApp with { Challenge = GoldenSignInEvents.ByApp.Challenge with { WrongTries = 3 }, Ended = SignInState.Exhausted },
                Failures = [new WrongCodes(CodePurpose.SignIn, Asked.Number, 3), new WrongCodes(CodePurpose.BackupCode, Asked.Number, 1)],
            },
            GoldenSignInEvents.ByName["SignInExhausted"]),
    };

    private static Challenge Earlier(Challenge challenge, Duration by) => challenge with { IssuedAt = challenge.IssuedAt - by, ExpiresAt = challenge.ExpiresAt - by };
}
