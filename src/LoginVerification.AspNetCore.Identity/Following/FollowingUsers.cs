using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LoginVerification;

/// <summary>Lets Identity's users follow their enrolments, in the request's own scope where there is one, so that the page's user is the one that changes.</summary>
internal sealed partial class FollowingUsers<TUser>(
    IServiceScopeFactory scopes,
    IHttpContextAccessor accessor,
    IOptions<IdentityOptions> options,
    ILogger<FollowingUsers<TUser>> logger)
    where TUser : class
{
    /// <summary>
    /// What a session claims counts while the session stands: one that was ended elsewhere is told so by Identity only once in a while, and is no authentication.
    /// </summary>
    public async ValueTask<Caller> SoundAsync(Caller caller)
    {
        if (caller is not { Initiator: Initiator.User, Surface: { } surface, AuthenticatedAt: not null } || StampOf(caller.Account) is not { } stamp)
            return caller;
        return await InScopeAsync(services => HasStampAsync(services, caller.Account, stamp)).ConfigureAwait(false)
            ? caller
            : Caller.User(caller.Account, surface, authenticatedAt: null) with { CorrelationId = caller.CorrelationId, Language = caller.Language, IdempotencyKey = caller.IdempotencyKey };
    }

    /// <summary>After a change. It is saved already, so that nothing that fails here fails the command, and nobody who leaves undoes it.</summary>
    public async ValueTask FollowAsync(AccountId account)
    {
        try
        {
            await InScopeAsync(async services =>
            {
                await FollowAsync(services, account).ConfigureAwait(false);
                return true;
            }).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The command was accepted; the next sign-in brings the columns up to date.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogNotFollowed(logger, failure.GetType().Name);
        }
    }

    private async Task FollowAsync(IServiceProvider services, AccountId account)
    {
        var users = services.GetRequiredService<LoginVerificationUserManager<TUser>>();
        if (await users.FindByIdAsync(account.Value).ConfigureAwait(false) is not { } user)
            return;
        var (stamp, before) = (StampOf(account), users.SupportsUserSecurityStamp ? await users.GetSecurityStampAsync(user).ConfigureAwait(false) : null);
        if (!await users.FollowEnrolmentAsync(user, CancellationToken.None).ConfigureAwait(false))
            return;
        // The session that made the change goes on; every other one ends.
        if (stamp is not null && stamp == before && accessor.HttpContext is { Response.HasStarted: false })
            await services.GetRequiredService<SignInManager<TUser>>().RefreshSignInAsync(user).ConfigureAwait(false);
    }

    private static async Task<bool> HasStampAsync(IServiceProvider services, AccountId account, string stamp)
    {
        var users = services.GetRequiredService<LoginVerificationUserManager<TUser>>();
        return await users.FindByIdAsync(account.Value).ConfigureAwait(false) is { } user && await users.HasStampAsync(user, stamp).ConfigureAwait(false);
    }

    /// <summary>The stamp of the request's session, if it is the account's own.</summary>
    private string? StampOf(AccountId account) => accessor.HttpContext?.User is { } session && Sessions.UserOf(session, options.Value) == account.Value
        ? session.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType)
        : null;

    private async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        if (accessor.HttpContext?.RequestServices is { } services)
            return await work(services).ConfigureAwait(false);
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider).ConfigureAwait(false);
    }

    [LoggerMessage(41, LogLevel.Warning, "A user could not follow an enrolment that changed ({Failure}); the columns decide nothing, and the next sign-in tries again.")]
    private static partial void LogNotFollowed(ILogger logger, string failure);
}
