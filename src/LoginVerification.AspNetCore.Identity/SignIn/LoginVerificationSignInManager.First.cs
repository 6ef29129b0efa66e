using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace LoginVerification;

public partial class LoginVerificationSignInManager<TUser>
{
    /// <summary>Signs in with a passkey. One that verified its user is two factors by itself; one that did not is one, whatever the account asks for beside it follows.</summary>
    /// <param name="credentialJson">What the browser answered.</param>
    public override async Task<SignInResult> PasskeySignInAsync(string credentialJson)
    {
        var assertion = await PerformPasskeyAssertionAsync(credentialJson).ConfigureAwait(false);
        if (!assertion.Succeeded)
            return SignInResult.Failed;
        var user = assertion.User;
        if (await PreSignInCheck(user).ConfigureAwait(false) is { } no)
            return no;
        if (!(await UserManager.AddOrUpdatePasskeyAsync(user, assertion.Passkey).ConfigureAwait(false)).Succeeded)
            return SignInResult.Failed;

        await Users.TryFollowEnrolmentAsync(user).ConfigureAwait(false);
        if (!await Users.IsProtectedAsync(user).ConfigureAwait(false))
            return await PassAsync(user, () => base.SignInOrTwoFactorAsync(user, isPersistent: false, loginProvider: null, bypassTwoFactor: true)).ConfigureAwait(false);
        return PasskeyAnswer.VerifiedItsUser(credentialJson)
            ? await LetInAsync(user, loginProvider: null, isPersistent: false, rememberClient: false, answer: null).ConfigureAwait(false)
            : await SignInOrTwoFactorAsync(user, isPersistent: false).ConfigureAwait(false);
    }

    /// <summary>After the first factor. To bypass the second one, as Identity's pages do for external log-ins, is not possible where verification is enabled.</summary>
    /// <param name="user">Whose first factor was right.</param>
    /// <param name="isPersistent">Whether the session outlives the browser.</param>
    /// <param name="loginProvider">The external log-in that was the first factor, or null.</param>
    /// <param name="bypassTwoFactor">Whether the page wants no second factor; it counts for accounts without an enrolment alone.</param>
    protected override async Task<SignInResult> SignInOrTwoFactorAsync(TUser user, bool isPersistent, string? loginProvider = null, bool bypassTwoFactor = false)
    {
        // A browser that was remembered before a change is known by its stamp alone, and that is another one once the change was followed.
        var isUpToDate = await Users.TryFollowEnrolmentAsync(user).ConfigureAwait(false);
        var requirement = await Users.ReadRequirementAsync(user).ConfigureAwait(false);
        if (requirement is LoginRequirement.Verify && isUpToDate && await IsTwoFactorClientRememberedAsync(user).ConfigureAwait(false))
            return await PassAsync(user, () => base.SignInOrTwoFactorAsync(user, isPersistent, loginProvider, bypassTwoFactor: true)).ConfigureAwait(false);
        if (requirement is not LoginRequirement.PasswordOnly)
            return await AskAsync(user, isPersistent, loginProvider).ConfigureAwait(false);
        return !bypassTwoFactor && await HasNothingToAskForAsync(user).ConfigureAwait(false)
            ? VerificationSignInResult.Blocked(new Refusal(RefusalCode.NoVerifiedPhone, new RefusalSource.Lifecycle()) { WaysOut = [new WayOut.AskOperator()] })
            : await PassAsync(user, () => base.SignInOrTwoFactorAsync(user, isPersistent, loginProvider, bypassTwoFactor)).ConfigureAwait(false);
    }

    private async Task<SignInResult> AskAsync(TUser user, bool isPersistent, string? loginProvider)
    {
        var account = await Users.AccountOfAsync(user).ConfigureAwait(false);
        var waits = await Cookie.ReadAsync(Context).ConfigureAwait(false) is { Pending: { } before } && before.Account == account ? before : new PendingSignIn(account);
        var start = await Requests.BeginAsync(Context, waits).ConfigureAwait(false);
        switch (start)
        {
            case SignInStart.Challenged(var challenge):
                await KeepAsync(waits.After(start)).ConfigureAwait(false);
                return VerificationSignInResult.Asked(challenge);
            case SignInStart.Blocked(var refusal):
                if (!await HasOtherWayAsync(user, refusal).ConfigureAwait(false))
                    return VerificationSignInResult.Blocked(refusal);
                await KeepAsync(new PendingSignIn(account)).ConfigureAwait(false);
                return VerificationSignInResult.Otherwise(refusal);
            default:
                // It was turned off, by its owner, since it was read.
                return await PassAsync(user, () => base.SignInOrTwoFactorAsync(user, isPersistent, loginProvider, bypassTwoFactor: false)).ConfigureAwait(false);
        }

        async Task KeepAsync(PendingSignIn pending) =>
            await Cookie.WriteAsync(Context, await TakeFirstStepAsync(user, pending, loginProvider, isPersistent).ConfigureAwait(false)).ConfigureAwait(false);
    }

    /// <summary>Identity says that a second factor is on, and knows none: alone, it would sign in.</summary>
    private async Task<bool> HasNothingToAskForAsync(TUser user) =>
        UserManager.SupportsUserTwoFactor
        && await UserManager.GetTwoFactorEnabledAsync(user).ConfigureAwait(false)
        && (await UserManager.GetValidTwoFactorProvidersAsync(user).ConfigureAwait(false)).Count == 0;

    private async Task<bool> HasOtherWayAsync(TUser user, Refusal refusal) =>
        refusal.WaysOut.Any(way => way is WayOut.UseBackupCode) || await Users.HasAuthenticatorAsync(user).ConfigureAwait(false);

    /// <summary>The second factor was given.</summary>
    private async Task<SignInResult> LetInAsync(TUser user, string? loginProvider, bool isPersistent, bool rememberClient, SignInAnswer.Approved? answer)
    {
        // Where the count cannot be reset, somebody guesses beside it: as Identity does, nobody is let in. ResetLockout would throw.
        if (UserManager.SupportsUserLockout && !(await UserManager.ResetAccessFailedCountAsync(user).ConfigureAwait(false)).Succeeded)
            return SignInResult.Failed;
        await ResetLockout(user).ConfigureAwait(false);
        var claims = new List<Claim> { new(SessionClaims.Methods, SessionClaims.BothFactors) };
        if (loginProvider is not null)
        {
            claims.Add(new Claim(ClaimTypes.AuthenticationMethod, loginProvider));
            await Context.SignOutAsync(IdentityConstants.ExternalScheme).ConfigureAwait(false);
        }

        await Cookie.ClearAsync(Context).ConfigureAwait(false);
        if (rememberClient)
            await RememberTwoFactorClientAsync(user).ConfigureAwait(false);
        return await PassAsync(user, async () =>
        {
            await SignInWithClaimsAsync(user, isPersistent, claims).ConfigureAwait(false);
            return VerificationSignInResult.LetIn(answer);
        }).ConfigureAwait(false);
    }
}
