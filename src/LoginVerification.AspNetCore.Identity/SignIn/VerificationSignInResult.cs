using Microsoft.AspNetCore.Identity;

namespace LoginVerification;

/// <summary>
/// What a sign-in came to, for pages that know more than Identity's four answers. Whoever reads only those is never told that it succeeded when it did not.
/// </summary>
public sealed class VerificationSignInResult : SignInResult
{
    private VerificationSignInResult() { }

    /// <summary>What the page shows while the owner is asked; null in every other case.</summary>
    public SignInChallenge? Challenge { get; private init; }

    /// <summary>Why not, and the ways out; null where the owner was asked, or where it succeeded.</summary>
    public Refusal? Refusal { get; private init; }

    /// <summary>How many backup codes are left where one was used; else null.</summary>
    public int? BackupCodesLeft { get; private init; }

    internal static VerificationSignInResult Asked(SignInChallenge challenge) => new() { RequiresTwoFactor = true, Challenge = challenge };

    internal static VerificationSignInResult LetIn(SignInAnswer.Approved? answer) => new() { Succeeded = true, BackupCodesLeft = answer?.BackupCodesLeft };

    /// <summary>The phone cannot be asked, and another second factor can: the page for it is the one that Identity's pages know.</summary>
    internal static VerificationSignInResult Otherwise(Refusal refusal) => new() { RequiresTwoFactor = true, Refusal = refusal };

    /// <summary>Nothing can be asked.</summary>
    internal static VerificationSignInResult Blocked(Refusal refusal) => IsLock(refusal)
        ? new() { IsLockedOut = true, Refusal = refusal }
        : new() { IsNotAllowed = true, Refusal = refusal };

    /// <summary>An answer did not count. A lock of the phone's codes is one of the account only where there is no other way in.</summary>
    internal static VerificationSignInResult Refused(Refusal refusal, bool hasOtherWay) => new() { IsLockedOut = IsLock(refusal) && !hasOtherWay, Refusal = refusal };

    private static bool IsLock(Refusal refusal) => refusal.Code is RefusalCode.Locked or RefusalCode.LockedUntilUnlock;
}
