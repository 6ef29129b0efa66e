using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification;

/// <summary>Identity's own cookie of the second step, for the pages and endpoints of this library: they let in as the sign-in manager does.</summary>
internal sealed class IdentitySecondFactor<TUser> : ISecondFactorSession
    where TUser : class
{
    public async ValueTask<PendingSignIn?> ReadAsync(HttpContext context) => await ManagerOf(context).ReadPendingAsync().ConfigureAwait(false);

    public async ValueTask KeepAsync(HttpContext context, PendingSignIn pending)
    {
        ArgumentNullException.ThrowIfNull(pending);
        await ManagerOf(context).KeepPendingAsync(pending).ConfigureAwait(false);
    }

    public async ValueTask<bool> LetInAsync(HttpContext context, PendingSignIn pending, SignInAnswer.Approved? answer, bool remembersBrowser)
    {
        ArgumentNullException.ThrowIfNull(pending);
        return await ManagerOf(context).LetInAsync(pending.Account, answer, remembersBrowser).ConfigureAwait(false);
    }

    private static LoginVerificationSignInManager<TUser> ManagerOf(HttpContext context) => context.RequestServices.GetRequiredService<LoginVerificationSignInManager<TUser>>();
}
