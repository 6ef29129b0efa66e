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
    /// The request's session, if it is the account's own. What it claims counts while it stands: one that was ended elsewhere is told so by Identity only once in a
    /// while, and is no authentication. Before a command, a change that the user could not follow is made good, and ends the sessions from before it, this one
    /// included; a page that only looks writes nothing.
    /// </summary>
    public async ValueTask<Session> ReadSessionAsync(AccountId account, bool forCommand)
    {
        if (StampOf(account) is not { } stamp)
            return Session.None;
        return await InScopeAsync(services => StandsAsync(services, account, stamp, forCommand)).ConfigureAwait(false) ? Session.Stands : Session.Ended;
    }

    /// <summary>After a change. It is saved already, so that nothing that fails here fails the command, and nobody who leaves undoes it.</summary>
    public async ValueTask FollowAsync(AccountId account, Session session)
    {
        try
        {
            await InScopeAsync(async services =>
            {
                await FollowAsync(services, account, session).ConfigureAwait(false);
                return true;
            }).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The command was accepted; the next one of a session, or the next sign-in, brings the user up to date.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogNotFollowed(logger, failure.GetType().Name);
        }
    }

    private async Task FollowAsync(IServiceProvider services, AccountId account, Session session)
    {
        var users = services.GetRequiredService<LoginVerificationUserManager<TUser>>();
        if (await users.FindByIdAsync(account.Value).ConfigureAwait(false) is not { } user)
            return;
        var stamp = StampOf(account);
        var isOwn = session is Session.Stands && await users.HasStampAsync(user, stamp).ConfigureAwait(false);
        // The session that made the change goes on; every other one ends.
        if (await users.FollowEnrolmentAsync(user, CancellationToken.None).ConfigureAwait(false) && isOwn)
            await users.RenewAsync(user, stamp).ConfigureAwait(false);
    }

    private static async Task<bool> StandsAsync(IServiceProvider services, AccountId account, string stamp, bool forCommand)
    {
        var users = services.GetRequiredService<LoginVerificationUserManager<TUser>>();
        if (await users.FindByIdAsync(account.Value).ConfigureAwait(false) is not { } user)
            return false;
        return forCommand
            ? await users.TryFollowEnrolmentAsync(user).ConfigureAwait(false) && await users.HasStampAsync(user, stamp).ConfigureAwait(false)
            : await users.StandsAsync(user, stamp).ConfigureAwait(false);
    }

    /// <summary>The stamp of the request's session, if it is the account's own.</summary>
    private string? StampOf(AccountId account) => accessor.HttpContext?.User is { } session && Sessions.UserOf(session, options.Value) == account.Value
        ? Sessions.StampOf(session, options.Value)
        : null;

    private async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        if (accessor.HttpContext?.RequestServices is { } services)
            return await work(services).ConfigureAwait(false);
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider).ConfigureAwait(false);
    }

    [LoggerMessage(61, LogLevel.Warning, "A user could not follow an enrolment that changed ({Failure}); sessions from before count as no authentication, and the next command or sign-in tries again.")]
    private static partial void LogNotFollowed(ILogger logger, string failure);
}

/// <summary>The request's session.</summary>
internal enum Session
{
    /// <summary>There is none, or it is another account's.</summary>
    None,

    /// <summary>It is the account's own.</summary>
    Stands,

    /// <summary>It was the account's own.</summary>
    Ended,
}
