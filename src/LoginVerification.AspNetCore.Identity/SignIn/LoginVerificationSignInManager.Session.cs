namespace LoginVerification;

public partial class LoginVerificationSignInManager<TUser>
{
    /// <summary>Who waits for the second step in this browser; null where the user is gone, has another security stamp, or may not sign in (locked out, not confirmed).</summary>
    internal async Task<PendingSignIn?> ReadPendingAsync() => await ReadWaitingAsync().ConfigureAwait(false) is var (_, step) ? step.Pending : null;

    /// <summary>Remembers who waits. Without a challenge the first step is taken now; with one it stays what it was.</summary>
    internal async Task KeepPendingAsync(PendingSignIn pending)
    {
        if (pending.Challenge is null && await UserManager.FindByIdAsync(pending.Account.Value).ConfigureAwait(false) is { } user)
            await Cookie.WriteAsync(Context, await TakeFirstStepAsync(user, pending, loginProvider: null, isPersistent: false).ConfigureAwait(false)).ConfigureAwait(false);
        else if (pending.Challenge is not null && await Cookie.ReadAsync(Context).ConfigureAwait(false) is { } step && step.Pending.Account == pending.Account)
            await Cookie.WriteAsync(Context, step with { Pending = pending }).ConfigureAwait(false);
    }

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

    private async Task<FirstStep> TakeFirstStepAsync(TUser user, PendingSignIn pending, string? loginProvider, bool isPersistent) => new(
        pending,
        await FirstStep.StampOfAsync(UserManager, user).ConfigureAwait(false),
        Sessions.Now(Context.RequestServices).ToDateTimeOffset() + SecondFactorSessions.Life,
        loginProvider,
        isPersistent);

    /// <summary>Whose first step stands: the password, and what else protects the log-in, is what it was then.</summary>
    private async Task<(TUser User, FirstStep Step)?> ReadStandingAsync() =>
        await Cookie.ReadAsync(Context).ConfigureAwait(false) is { } step
        && await UserManager.FindByIdAsync(step.Pending.Account.Value).ConfigureAwait(false) is { } user
        && await step.IsOfAsync(UserManager, user).ConfigureAwait(false)
            ? (user, step)
            : null;

    private async Task<(TUser User, FirstStep Step)?> ReadWaitingAsync() =>
        await ReadStandingAsync().ConfigureAwait(false) is var (user, step) && await PreSignInCheck(user).ConfigureAwait(false) is null ? (user, step) : null;
}
