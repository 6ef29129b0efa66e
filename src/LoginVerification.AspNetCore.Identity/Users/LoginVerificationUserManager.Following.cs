using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LoginVerification;

// The enrolment is the truth, and the columns a copy that decides nothing: for pages and queries of the host. They are written after each accepted command; what a
// crash left behind is found by its mark, at the next sign-in, the next command of a session, or the next move-in.
public partial class LoginVerificationUserManager<TUser>
{
    private readonly Dictionary<string, string?> found = new(StringComparer.Ordinal);

    /// <summary>Brings phone and second factor up to date. Where what protects the log-in has changed, other sessions and remembered browsers end.</summary>
    /// <returns>Whether there was anything to write, and it was saved.</returns>
    internal async Task<bool> FollowEnrolmentAsync(TUser user, CancellationToken cancellationToken) =>
        await FollowAsync(user, cancellationToken).ConfigureAwait(false) is Follow.Saved;

    private async Task<Follow> FollowAsync(TUser user, CancellationToken cancellationToken)
    {
        var columns = await WriteColumnsAsync(user, cancellationToken).ConfigureAwait(false);
        if (columns is ColumnChange.None)
            return Follow.UpToDate;
        var saved = columns is ColumnChange.Binding && SupportsUserSecurityStamp
            ? await UpdateSecurityStampAsync(user).ConfigureAwait(false)
            : await UpdateUserAsync(user).ConfigureAwait(false);
        if (!saved.Succeeded)
            LogNotFollowed(Logger, string.Join(", ", saved.Errors.Select(error => error.Code)));
        return saved.Succeeded ? Follow.Saved : Follow.Failed;
    }

    /// <summary>
    /// The same, at sign-in and before a command: what cannot be brought up to date now is tried again, and until then sessions and remembered browsers from
    /// before count for nothing.
    /// </summary>
    /// <returns>Whether it is up to date.</returns>
    internal async Task<bool> TryFollowEnrolmentAsync(TUser user)
    {
        try
        {
            return await FollowAsync(user, CancellationToken).ConfigureAwait(false) is not Follow.Failed;
        }
#pragma warning disable CA1031 // Whatever a store throws: the sign-in asks the enrolment itself, and blocks where that cannot be read.
        catch (Exception failure) when (failure is not NotSupportedException)
#pragma warning restore CA1031
        {
            LogNotFollowed(Logger, failure.GetType().Name);
            return false;
        }
    }

    /// <summary>
    /// Whether a session is the user's now: its stamp is, and nothing that protects the log-in has changed for which there ought to be another one. It looks, and
    /// writes nothing.
    /// </summary>
    internal async Task<bool> StandsAsync(TUser user, string? stamp)
    {
        if (!await HasStampAsync(user, stamp).ConfigureAwait(false))
            return false;
        var (mark, enrolment) = await ReadBindingAsync(user, CancellationToken).ConfigureAwait(false);
        return mark is null ? enrolment?.Phone is null : mark == BindingMark.Of(enrolment);
    }

    internal async Task<bool> HasVerifiedPhoneAsync(TUser user, CancellationToken cancellationToken) =>
        await LoadEnrolmentAsync(user, cancellationToken).ConfigureAwait(false) is { Phone: not null };

    /// <summary>Finds a user, and remembers the security stamp with which the request found them first.</summary>
    /// <param name="userId">Whom.</param>
    public override async Task<TUser?> FindByIdAsync(string userId) => await RememberedAsync(await base.FindByIdAsync(userId).ConfigureAwait(false)).ConfigureAwait(false);

    /// <summary>Finds a user, and remembers the security stamp with which the request found them first.</summary>
    /// <param name="userName">Whom.</param>
    public override async Task<TUser?> FindByNameAsync(string userName) => await RememberedAsync(await base.FindByNameAsync(userName).ConfigureAwait(false)).ConfigureAwait(false);

    /// <summary>
    /// Whether a session was the user's when this request found them, or is by now: a page that changes the password makes another stamp, and renews the session
    /// from before.
    /// </summary>
    internal async Task<bool> HadStampAsync(TUser user, string? stamp) =>
        await HasStampAsync(user, stamp).ConfigureAwait(false) || (found.TryGetValue(await GetUserIdAsync(user).ConfigureAwait(false), out var before) && stamp == before);

    private async Task<TUser?> RememberedAsync(TUser? user)
    {
        if (user is not null && Store is IUserSecurityStampStore<TUser> stamps)
            found.TryAdd(await GetUserIdAsync(user).ConfigureAwait(false), await stamps.GetSecurityStampAsync(user, CancellationToken).ConfigureAwait(false));
        return user;
    }

    /// <summary>Whether a session has the user's stamp. One without a stamp has none to compare.</summary>
    internal async Task<bool> HasStampAsync(TUser user, string? stamp) =>
        !SupportsUserSecurityStamp || stamp is null || stamp == await GetSecurityStampAsync(user).ConfigureAwait(false);

    /// <summary>What protected the log-in when it was last followed, and what does now.</summary>
    private async Task<(BindingMark? Mark, Enrolment? Enrolment)> ReadBindingAsync(TUser user, CancellationToken cancellationToken) => (
        BindingMark.Parse(await Marks.ReadAsync(Store, user, Marks.Binding, cancellationToken).ConfigureAwait(false)),
        await LoadEnrolmentAsync(user, cancellationToken).ConfigureAwait(false));

    private async Task<ColumnChange> WriteColumnsAsync(TUser user, CancellationToken cancellationToken)
    {
        var (mark, enrolment) = await ReadBindingAsync(user, cancellationToken).ConfigureAwait(false);
        if (mark is null && enrolment?.Phone is null)
            return ColumnChange.None;

        var now = BindingMark.Of(enrolment);
        var number = enrolment?.Phone?.Details.Number.E164;
        var (phone, confirmed, twoFactor) = (await GetPhoneNumberAsync(user).ConfigureAwait(false), await IsPhoneNumberConfirmedAsync(user).ConfigureAwait(false), await GetTwoFactorEnabledAsync(user).ConfigureAwait(false));
        // A second factor that Identity had on before is its own. What the enrolment turned on goes with it, but for an authenticator app that counts.
        var wanted = now.IsEnabled || (mark is { IsEnabled: true } ? await HasAuthenticatorAsync(user).ConfigureAwait(false) : twoFactor);
        var same = phone == number && confirmed == (number is not null) && twoFactor == wanted;
        if (same && mark == now)
            return ColumnChange.None;

        if (now.IsEnabled && mark is not { IsEnabled: true })
            await ReplaceUnprovedKeyAsync(user, cancellationToken).ConfigureAwait(false);
        var phones = (IUserPhoneNumberStore<TUser>)Store;
        await phones.SetPhoneNumberAsync(user, number, cancellationToken).ConfigureAwait(false);
        await phones.SetPhoneNumberConfirmedAsync(user, number is not null, cancellationToken).ConfigureAwait(false);
        await ((IUserTwoFactorStore<TUser>)Store).SetTwoFactorEnabledAsync(user, wanted, cancellationToken).ConfigureAwait(false);
        await Marks.WriteAsync(Store, user, Marks.Binding, now.ToString(), cancellationToken).ConfigureAwait(false);
        // Who was moved in as the columns said is bound to nothing new.
        if (mark == now || (mark is null && same))
            return ColumnChange.Copy;
        // A session from before is renewed by nothing that this request does; but for the one that made the change.
        found.Remove(await GetUserIdAsync(user).ConfigureAwait(false));
        return ColumnChange.Binding;
    }

    private async Task<Enrolment?> LoadEnrolmentAsync(TUser user, CancellationToken cancellationToken) =>
        await services.GetRequiredService<IEnrolmentStore>().LoadAsync(await AccountOfAsync(user).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    [LoggerMessage(60, LogLevel.Warning, "Phone and second factor of a user could not be brought up to date with the enrolment ({Failure}); they decide nothing, and the next command or sign-in tries again.")]
    private static partial void LogNotFollowed(ILogger logger, string failure);

    private enum Follow
    {
        UpToDate,
        Saved,
        Failed,
    }

    private enum ColumnChange
    {
        None,
        Copy,
        Binding,
    }
}
