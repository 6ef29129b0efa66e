namespace LoginVerification;

public partial class LoginVerificationSignInManager<TUser>
{
    /// <summary>Who waits for the second step in this browser; null where the user is gone, or may not sign in (locked out, not confirmed).</summary>
    internal async Task<PendingSignIn?> ReadPendingAsync() => await ReadWaitingAsync().ConfigureAwait(false) is var (_, step) ? step.Pending : null;

    /// <summary>Lets in who waited; without an answer as the password alone does, which asks for Identity's own second factor where there is one.</summary>
    /// <returns>Whether the session has begun.</returns>
    internal async Task<bool> LetInAsync(AccountId account, SignInAnswer.Approved? answer, bool rememberClient)
    {
        if (await ReadWaitingAsync().ConfigureAwait(false) is not var (user, step) || step.Pending.Account != account)
            return false;
        if (answer is not null)
            return (await LetInAsync(user, step.LoginProvider, step.IsPersistent, rememberClient, answer).ConfigureAwait(false)).Succeeded;
        if (!(await SignInOrTwoFactorAsync(user, step.IsPersistent, step.LoginProvider).ConfigureAwait(false)).Succeeded)
            return false;
        await Cookie.ClearAsync(Context).ConfigureAwait(false);
        return true;
    }

    private async Task<(TUser User, FirstStep Step)?> ReadWaitingAsync() =>
        await Cookie.ReadAsync(Context).ConfigureAwait(false) is { } step
        && await UserManager.FindByIdAsync(step.Pending.Account.Value).ConfigureAwait(false) is { } user
        && await PreSignInCheck(user).ConfigureAwait(false) is null
            ? (user, step)
            : null;
}
