using System.Diagnostics;
using NodaTime;

namespace LoginVerification.Engine;

/// <summary>Whether an event of a sign-in, or of backup codes, fits a snapshot. As <see cref="EventFit"/>, whatever the policy.</summary>
internal static class SignInFit
{
    private const string AnotherSignIn = "another sign-in is the open one";

    public static string? Misfit(Enrolment before, EnrolmentEvent happened) => happened switch
    {
        SignInBegun e => BeginMisfit(before, e),
        SignInResent e => EventFit.SendMisfit(before, CodePurpose.SignIn, e.Origin.At, e.SendsCountFrom) ?? OpenMisfit(before, e.Challenge, e.Origin.At) ?? (e.Channel == before.SignIn!.Channel ? ReachMisfit(before, e.Channel) : "it was begun over another channel"),
        SignInMismatched e => TryMisfit(before, e.Challenge, e.Origin) ?? FailureMisfit(before, CodePurpose.SignIn, e.LockedUntil, e.Origin.At),
        SignInExhausted e => TryMisfit(before, e.Challenge, e.Origin) ?? (before.SignIn!.Challenge.WrongTries > 0 ? null : "nobody tried it"),
        SignInConfirmed e => DeviceMisfit(before, e.Challenge, e.Device, e.Origin.At) ?? (before.SignIn!.ConfirmedBy is null ? EventFit.LockMisfit(before, CodePurpose.SignIn, e.Origin.At) : "a device has confirmed it already"),
        SignInApproved e => ApprovalMisfit(before, e),
        SignInDenied e => DeviceMisfit(before, e.Challenge, e.Device, e.Origin.At),
        SignInExpired e => CurrentMisfit(before, e.Challenge) ?? (e.Origin.At < before.SignIn!.Challenge.ExpiresAt ? "its time has not come" : null),
        BackupCodesIssued e => StoredFit.Misfit(e.Codes),
        BackupCodeUsed e => HasCode(before, e.Number) ? EventFit.LockMisfit(before, CodePurpose.BackupCode, e.Origin.At) : "there is no such backup code",
        BackupCodeMismatched e => before.BackupCodes is { Codes.Count: > 0 } ? FailureMisfit(before, CodePurpose.BackupCode, e.LockedUntil, e.Origin.At) : "there are no backup codes",
        _ => throw new UnreachableException(),
    };

    private static string? BeginMisfit(Enrolment before, SignInBegun happened)
    {
        var (signIn, at) = (happened.SignIn, happened.Origin.At);
        var challenge = signIn.Challenge;
        return before.ActiveChannel != signIn.Channel ? "another channel is active"
            : challenge.Number != before.Phone!.Details.Number ? "its code is for another number"
            : challenge.Purpose is not CodePurpose.SignIn ? "its code is for another purpose"
            : challenge.IssuedAt != at || challenge.WrongTries != 0 || before.SignIn?.Challenge.Id == challenge.Id ? "its code is not a new one"
            : signIn is not { Ended: null, ConfirmedBy: null, Delivery: null } ? "it was answered before it began"
            : !HasDigits(signIn) ? "no code has so many digits"
            : challenge.ExpiresAt <= at || challenge.ExpiresAt - at > StoredBounds.MaxLife ? "no code lives so long"
            : ReachMisfit(before, signIn.Channel) ?? EventFit.SendMisfit(before, CodePurpose.SignIn, at, happened.SendsCountFrom);
    }

    /// <summary>Nobody is asked where the question does not reach them.</summary>
    private static string? ReachMisfit(Enrolment before, VerificationChannel channel) => (channel, before.Phone!) switch
    {
        (VerificationChannel.AppPush, _) => before.Devices.Count == 0 ? "no device is bound" : null,
        (_, { NeedsReverification: true }) => "the number has to be confirmed again",
        (_, { Details.Number: var number }) => before.OptedOutAt(number) is null ? null : "no message reaches the owner",
    };

    private static bool HasDigits(SignIn signIn) => signIn.Channel is VerificationChannel.AppPush
        ? signIn.Challenge.Digits == MatchingNumber.Digits
        : signIn.Challenge.Digits is >= StoredBounds.MinDigits and <= StoredBounds.MaxDigits;

    /// <summary>A code is typed where somebody signs in, a number on a device.</summary>
    private static string? TryMisfit(Enrolment before, ChallengeId challenge, Origin origin) =>
        OpenMisfit(before, challenge, origin.At)
        ?? ((before.SignIn!.Channel is VerificationChannel.AppPush) == (origin.By is Initiator.Device) ? null : "it was answered where it was not asked");

    private static string? ApprovalMisfit(Enrolment before, SignInApproved happened) =>
        OpenMisfit(before, happened.Challenge, happened.Origin.At)
        ?? (before.SignIn!.Channel is VerificationChannel.Sms ? EventFit.LockMisfit(before, CodePurpose.SignIn, happened.Origin.At)
            : before.SignIn.ConfirmedBy is null ? "no device has confirmed it"
            : null);

    private static string? DeviceMisfit(Enrolment before, ChallengeId challenge, DeviceId device, Instant at) =>
        OpenMisfit(before, challenge, at)
        ?? (before.SignIn!.Channel is not VerificationChannel.AppPush ? "no device was asked" : before.FindDevice(device) is null ? "the account has no such device" : null);

    private static string? OpenMisfit(Enrolment before, ChallengeId challenge, Instant at) =>
        CurrentMisfit(before, challenge) ?? (before.SignIn!.Challenge.IsAlive(at) ? null : "its time was over");

    private static string? CurrentMisfit(Enrolment before, ChallengeId challenge) => before.SignIn?.Challenge.Id == challenge ? null : AnotherSignIn;

    private static string? FailureMisfit(Enrolment before, CodePurpose purpose, Instant? lockedUntil, Instant at) =>
        EventFit.LockMisfit(before, purpose, at) ?? (lockedUntil <= at ? "the lock ends before it begins" : null);

    private static bool HasCode(Enrolment before, int number)
    {
        foreach (var code in before.BackupCodes?.Codes ?? [])
        {
            if (code.Number == number)
                return true;
        }

        return false;
    }
}
