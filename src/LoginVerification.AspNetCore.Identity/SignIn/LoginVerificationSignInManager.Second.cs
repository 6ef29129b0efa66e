using Microsoft.AspNetCore.Identity;

namespace LoginVerification;

public partial class LoginVerificationSignInManager<TUser>
{
    /// <summary>Gives a code of a provider: the phone's, or the one of an authenticator app that Identity keeps. An e-mail address is no second factor of an enrolment.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="code">The code as typed; over the app any text.</param>
    /// <param name="isPersistent">Whether the session outlives the browser.</param>
    /// <param name="rememberClient">Whether this browser is asked no more, until what protects the log-in changes.</param>
    public override async Task<SignInResult> TwoFactorSignInAsync(string provider, string code, bool isPersistent, bool rememberClient)
    {
        if (provider == Options.Tokens.AuthenticatorTokenProvider)
            return await TwoFactorAuthenticatorSignInAsync(code, isPersistent, rememberClient).ConfigureAwait(false);
        if (await ReadStepAsync().ConfigureAwait(false) is not var (user, step))
            return await IdentityWaitsAsync().ConfigureAwait(false) ? await base.TwoFactorSignInAsync(provider, code, isPersistent, rememberClient).ConfigureAwait(false) : SignInResult.Failed;
        if (await PreSignInCheck(user).ConfigureAwait(false) is { } no)
            return no;
        return LoginVerificationUserManager<TUser>.IsOfEnrolment(provider)
            ? await AnswerAsync(user, step, code, isPersistent, rememberClient).ConfigureAwait(false)
            : SignInResult.Failed;
    }

    /// <summary>
    /// Gives a code of an authenticator app. Identity's own page for the second step calls this for whatever was typed, so that the phone's code counts here, too.
    /// </summary>
    /// <param name="code">The code as typed.</param>
    /// <param name="isPersistent">Whether the session outlives the browser.</param>
    /// <param name="rememberClient">Whether this browser is asked no more, until what protects the log-in changes.</param>
    public override async Task<SignInResult> TwoFactorAuthenticatorSignInAsync(string code, bool isPersistent, bool rememberClient)
    {
        if (await ReadStepAsync().ConfigureAwait(false) is not var (user, step))
            return await IdentityWaitsAsync().ConfigureAwait(false) ? await base.TwoFactorAuthenticatorSignInAsync(code, isPersistent, rememberClient).ConfigureAwait(false) : SignInResult.Failed;
        if (await PreSignInCheck(user).ConfigureAwait(false) is { } no)
            return no;

        var hasAuthenticator = await Users.HasAuthenticatorAsync(user).ConfigureAwait(false);
        if (hasAuthenticator && await UserManager.VerifyTwoFactorTokenAsync(user, Options.Tokens.AuthenticatorTokenProvider, code).ConfigureAwait(false))
            return await LetInAsync(user, step.LoginProvider, isPersistent, rememberClient, answer: null).ConfigureAwait(false);
        var result = await AnswerAsync(user, step, code, isPersistent, rememberClient).ConfigureAwait(false);
        if (result.Succeeded || !hasAuthenticator || !UserManager.SupportsUserLockout)
            return result;
        // It was a guess at the authenticator as well, and Identity counts those.
        await UserManager.AccessFailedAsync(user).ConfigureAwait(false);
        return await IsLockedOut(user).ConfigureAwait(false) ? await LockedOut(user).ConfigureAwait(false) : result;
    }

    /// <summary>Gives a backup code, which takes the place of Identity's recovery codes where verification is enabled.</summary>
    /// <param name="recoveryCode">The code as typed.</param>
    public override async Task<SignInResult> TwoFactorRecoveryCodeSignInAsync(string recoveryCode)
    {
        if (await ReadStepAsync().ConfigureAwait(false) is not var (user, step))
            return await IdentityWaitsAsync().ConfigureAwait(false) ? await base.TwoFactorRecoveryCodeSignInAsync(recoveryCode).ConfigureAwait(false) : SignInResult.Failed;
        return await PreSignInCheck(user).ConfigureAwait(false)
            ?? await TakeAsync(user, step, await Users.UseBackupCodeAsync(user, recoveryCode, Context).ConfigureAwait(false), isPersistent: false, rememberClient: false).ConfigureAwait(false);
    }

    private async Task<SignInResult> AnswerAsync(TUser user, FirstStep step, string code, bool isPersistent, bool rememberClient) =>
        await TakeAsync(user, step, await Requests.AnswerAsync(Context, step.Pending, code).ConfigureAwait(false), isPersistent, rememberClient).ConfigureAwait(false);

    private async Task<SignInResult> TakeAsync(TUser user, FirstStep step, SignInAnswer answer, bool isPersistent, bool rememberClient) => answer switch
    {
        SignInAnswer.Approved approved => await LetInAsync(user, step.LoginProvider, isPersistent, rememberClient, approved).ConfigureAwait(false),
        SignInAnswer.Refused(var refusal) => VerificationSignInResult.Refused(refusal, await HasOtherWayAsync(user, refusal).ConfigureAwait(false)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Who waits for the second step, where it is this package's: without an enrolment it is Identity's own.</summary>
    private async Task<(TUser User, FirstStep Step)?> ReadStepAsync() =>
        await ReadStandingAsync().ConfigureAwait(false) is var (user, step) && await Users.IsProtectedAsync(user).ConfigureAwait(false) ? (user, step) : null;

    /// <summary>Whether it is Identity's own. It reads the cookie without asking whether what this package wrote into it still counts.</summary>
    private async Task<bool> IdentityWaitsAsync() =>
        await GetTwoFactorAuthenticationUserAsync().ConfigureAwait(false) is { } user && !await Users.IsProtectedAsync(user).ConfigureAwait(false);
}
