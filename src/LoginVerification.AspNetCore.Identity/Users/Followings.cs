using Microsoft.AspNetCore.Identity;

namespace LoginVerification;

/// <summary>Why Identity's own calls fail, and what to call instead.</summary>
internal static class Followings
{
    public static IdentityResult PhoneFollows { get; } = Failed(
        "PhoneFollowsEnrolment",
        "The phone number follows the enrolment. Call SubmitPhoneAsync and ConfirmCodeAsync, or RemovePhoneAsync, of enrolments.ForUser(HttpContext).");

    public static IdentityResult TwoFactorFollows { get; } = Failed(
        "TwoFactorFollowsEnrolment",
        "Log-in verification is enabled, and two-factor authentication follows it. Call DisableAsync of enrolments.ForUser(HttpContext), or of enrolments.ForOperator(…) for your staff.");

    public static IdentityResult NoSecondFactor { get; } = Failed(
        "NoSecondFactor",
        "There is no second factor to ask for, so that the password alone would sign in. Call EnableAsync of enrolments.ForUser(HttpContext), or set up an authenticator app first.");

    public static IdentityResult SecondFactorRequired { get; } = Failed(
        nameof(RefusalCode.SecondFactorRequired),
        "Log-in verification is enabled. Sign in again with the second factor, and repeat this within the policy's time.");

    public static IdentityResult AuthenticatorNotProved { get; } = Failed(
        "AuthenticatorNotProved",
        "Call VerifyTwoFactorTokenAsync with a code of the authenticator app first, in the same request.");

    public static IdentityResult Of(Refusal refusal) => Failed(refusal.Code.ToString(), $"{refusal.Code} ({refusal.Source}).{string.Concat(refusal.WaysOut.Select(way => $" Way out: {way}."))}");

    private static IdentityResult Failed(string code, string description) => IdentityResult.Failed(new IdentityError { Code = code, Description = description });
}
