using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification;

// Authenticator apps, passkeys and backup codes: what NIST SP 800-63B-4, section 3.2.9, wants beside SMS. On a protected account they are bound and removed with
// both factors, as the phone is: a stolen cookie binds nothing, and neither makes nor reads a key that its owner could come to prove.
public partial class LoginVerificationUserManager<TUser>
{
    /// <summary>What a session gets in place of a key that it may not see, if there is one. It is no key. Identity's pages and endpoints fail where there is none, and show this.</summary>
    private const string Hidden = "(sign in again, with the second factor)";

    private string? provedKey;
    private bool revealing;

    /// <summary>
    /// Whether authenticator apps and passkeys can be changed, and the key of an app be shown: on a protected account the session has to have both factors, given
    /// a moment ago. A page asks before it shows a form, and where the answer is no has the user sign in again.
    /// </summary>
    /// <param name="user">The user.</param>
    public virtual async Task<bool> CanChangeAuthenticatorsAsync(TUser user) =>
        !await IsGuardedAsync(user).ConfigureAwait(false) || await IsFreshWithBothFactorsAsync(user).ConfigureAwait(false);

    /// <summary>
    /// The key of the authenticator app. On a protected account it is shown to a session with both factors alone, given a moment ago, whether it is in force or not:
    /// whoever has read a key can make the codes of the app that its owner sets up with it. Any other gets a text that is no key and says what to do.
    /// </summary>
    /// <param name="user">The user.</param>
    public override async Task<string?> GetAuthenticatorKeyAsync(TUser user)
    {
        var key = await base.GetAuthenticatorKeyAsync(user).ConfigureAwait(false);
        return revealing || await ReadSessionAsync(user).ConfigureAwait(false) is null || await CanChangeAuthenticatorsAsync(user).ConfigureAwait(false) ? key : Hidden;
    }

    /// <summary>
    /// Makes another key, and renews the session that asked for it. The key counts once a code of it was given. On a protected account it takes both factors,
    /// given a moment ago.
    /// </summary>
    /// <param name="user">The user.</param>
    public override async Task<IdentityResult> ResetAuthenticatorKeyAsync(TUser user) =>
        !await CanChangeAuthenticatorsAsync(user).ConfigureAwait(false)
            ? Followings.SecondFactorRequired
            : await GoingOnAsync(user, () => base.ResetAuthenticatorKeyAsync(user)).ConfigureAwait(false);

    /// <summary>Keeps a passkey. On a protected account a new one takes both factors; one that is kept already is brought up to date.</summary>
    /// <param name="user">The user.</param>
    /// <param name="passkey">The passkey.</param>
    public override async Task<IdentityResult> AddOrUpdatePasskeyAsync(TUser user, UserPasskeyInfo passkey)
    {
        ArgumentNullException.ThrowIfNull(passkey);
        var isKept = await GetPasskeyAsync(user, passkey.CredentialId).ConfigureAwait(false) is { } kept && kept.PublicKey.AsSpan().SequenceEqual(passkey.PublicKey);
        return !isKept && !await CanChangeAuthenticatorsAsync(user).ConfigureAwait(false)
            ? Followings.SecondFactorRequired
            : await base.AddOrUpdatePasskeyAsync(user, passkey).ConfigureAwait(false);
    }

    /// <summary>Forgets a passkey; on a protected account with both factors.</summary>
    /// <param name="user">The user.</param>
    /// <param name="credentialId">The passkey.</param>
    public override async Task<IdentityResult> RemovePasskeyAsync(TUser user, byte[] credentialId) =>
        !await CanChangeAuthenticatorsAsync(user).ConfigureAwait(false)
            ? Followings.SecondFactorRequired
            : await base.RemovePasskeyAsync(user, credentialId).ConfigureAwait(false);

    /// <summary>
    /// Issues recovery codes. Where verification is enabled they are its backup codes, ten whatever was asked for, and null where it refuses: the session
    /// has to have both factors, given a moment ago.
    /// </summary>
    /// <param name="user">The user.</param>
    /// <param name="number">How many; for Identity's own.</param>
    public override async Task<IEnumerable<string>?> GenerateNewTwoFactorRecoveryCodesAsync(TUser user, int number)
    {
        if (!await IsProtectedAsync(user).ConfigureAwait(false))
            return await base.GenerateNewTwoFactorRecoveryCodesAsync(user, number).ConfigureAwait(false);
        if (Request is not { } request || await ReadSessionAsync(user).ConfigureAwait(false) is null)
            return null;
        var issued = await Enrolments.ForUser(request).IssueBackupCodesAsync(CancellationToken).ConfigureAwait(false);
        return issued.Succeeded ? [.. issued.BackupCodes.Select(code => code.Text)] : null;
    }

    /// <summary>Uses a recovery code up; where verification is enabled, a backup code.</summary>
    /// <param name="user">The user.</param>
    /// <param name="code">The code as typed.</param>
    public override async Task<IdentityResult> RedeemTwoFactorRecoveryCodeAsync(TUser user, string code)
    {
        if (!await IsProtectedAsync(user).ConfigureAwait(false))
            return await base.RedeemTwoFactorRecoveryCodeAsync(user, code).ConfigureAwait(false);
        return await UseBackupCodeAsync(user, code, Request).ConfigureAwait(false) is SignInAnswer.Refused(var refusal) ? Followings.Of(refusal) : IdentityResult.Success;
    }

    /// <summary>Uses a backup code up, with what the request tells of whoever gave it.</summary>
    /// <param name="user">The user.</param>
    /// <param name="code">The code as typed.</param>
    /// <param name="request">The request, or null in a job.</param>
    internal async Task<SignInAnswer> UseBackupCodeAsync(TUser user, string code, HttpContext? request)
    {
        var account = await AccountOfAsync(user).ConfigureAwait(false);
        return request is null
            ? await services.GetRequiredService<ISignInService>().UseBackupCodeAsync(account, SessionClaims.Web, code, context: null, CancellationToken).ConfigureAwait(false)
            : await services.GetRequiredService<SignInRequests>().UseBackupCodeAsync(request, new PendingSignIn(account), code).ConfigureAwait(false);
    }

    /// <summary>How many recovery codes are left; where verification is enabled, backup codes.</summary>
    /// <param name="user">The user.</param>
    public override async Task<int> CountRecoveryCodesAsync(TUser user) => await IsProtectedAsync(user).ConfigureAwait(false)
        ? (await LoadEnrolmentAsync(user, CancellationToken).ConfigureAwait(false))?.BackupCodes?.Codes.Count ?? 0
        : await base.CountRecoveryCodesAsync(user).ConfigureAwait(false);

    /// <summary>
    /// Whether an authenticator app counts as a second factor: its key was proved when it was turned on, with what that took, or at a sign-in. A page that only
    /// shows a key makes one, too.
    /// </summary>
    internal async Task<bool> HasAuthenticatorAsync(TUser user) =>
        Store is IUserAuthenticatorKeyStore<TUser>
        && await base.GetAuthenticatorKeyAsync(user).ConfigureAwait(false) is { Length: > 0 } key
        && await Marks.ReadAsync(Store, user, Marks.Authenticator, CancellationToken).ConfigureAwait(false) == MarkOf(key);

    private async Task<IdentityResult> BindAuthenticatorAsync(TUser user)
    {
        if (Store is not IUserAuthenticatorKeyStore<TUser> || await base.GetAuthenticatorKeyAsync(user).ConfigureAwait(false) is not { Length: > 0 } key || await HasAuthenticatorAsync(user).ConfigureAwait(false))
            return IdentityResult.Success;
        if (!await IsFreshWithBothFactorsAsync(user).ConfigureAwait(false))
            return Followings.SecondFactorRequired;
        if (provedKey != key)
            return Followings.AuthenticatorNotProved;
        await MarkAuthenticatorAsync(user, key).ConfigureAwait(false);
        return await GoingOnAsync(user, () => UpdateSecurityStampAsync(user)).ConfigureAwait(false);
    }

    /// <summary>Without an enrolment an app is Identity's own. It is remembered whether it was proved: so it stays in force when protection begins.</summary>
    private async Task MarkOwnAuthenticatorAsync(TUser user, bool isOn)
    {
        if (Store is not IUserAuthenticatorKeyStore<TUser>)
            return;
        if (isOn && provedKey is { } key && key == await base.GetAuthenticatorKeyAsync(user).ConfigureAwait(false))
            await MarkAuthenticatorAsync(user, key).ConfigureAwait(false);
        else if (!isOn && await HasAuthenticatorAsync(user).ConfigureAwait(false))
            await Marks.WriteAsync(Store, user, Marks.Authenticator, "", CancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// When protection begins, one that nobody has seen takes the place of a key that nobody proved: whoever planted that could make the codes of the app that its
    /// owner sets up with it later.
    /// </summary>
    private async Task ReplaceUnprovedKeyAsync(TUser user, CancellationToken cancellationToken)
    {
        if (Store is IUserAuthenticatorKeyStore<TUser> keys
            && await base.GetAuthenticatorKeyAsync(user).ConfigureAwait(false) is { Length: > 0 }
            && !await HasAuthenticatorAsync(user).ConfigureAwait(false))
            await keys.SetAuthenticatorKeyAsync(user, GenerateNewAuthenticatorKey(), cancellationToken).ConfigureAwait(false);
    }

    private Task MarkAuthenticatorAsync(TUser user, string key) => Marks.WriteAsync(Store, user, Marks.Authenticator, MarkOf(key), CancellationToken);

    /// <summary>
    /// What makes another security stamp. The session that asked for it goes on, as after a command of the enrolment, and every other one ends. Identity's own
    /// page for the authenticator does not renew it, and its next step would be refused.
    /// </summary>
    private async Task<IdentityResult> GoingOnAsync(TUser user, Func<Task<IdentityResult>> change)
    {
        var stamp = await ReadSessionAsync(user).ConfigureAwait(false) is { } session ? Sessions.StampOf(session, Options) : null;
        var isOwn = stamp is not null && await StandsAsync(user, stamp).ConfigureAwait(false);
        var result = await change().ConfigureAwait(false);
        if (result.Succeeded && isOwn)
            await RenewAsync(user, stamp).ConfigureAwait(false);
        return result;
    }

    /// <summary>Renews the session that made a change, if it has a cookie and the answer can still carry one.</summary>
    /// <param name="user">The user.</param>
    /// <param name="stamp">The session's, which was the user's before the change.</param>
    internal async Task RenewAsync(TUser user, string? stamp)
    {
        if (Request is not { Response.HasStarted: false } request || !await HasCookieAsync(request).ConfigureAwait(false))
            return;
        var signIns = request.RequestServices.GetRequiredService<SignInManager<TUser>>();
        if (signIns.UserManager is LoginVerificationUserManager<TUser> users)
            users.found[await GetUserIdAsync(user).ConfigureAwait(false)] = stamp;
        await signIns.RefreshSignInAsync(user).ConfigureAwait(false);
    }

    /// <summary>A bearer of a token has no cookie to renew.</summary>
    private static async Task<bool> HasCookieAsync(HttpContext request) =>
        await request.RequestServices.GetRequiredService<IAuthenticationSchemeProvider>().GetSchemeAsync(IdentityConstants.ApplicationScheme).ConfigureAwait(false) is not null
        && (await request.AuthenticateAsync(IdentityConstants.ApplicationScheme).ConfigureAwait(false)).Succeeded;

    /// <summary>The session of this request, if it is the user's own; null where there is none, as at sign-in or in a job.</summary>
    private async Task<ClaimsPrincipal?> ReadSessionAsync(TUser user) =>
        Request?.User is { } session && Sessions.UserOf(session, Options) == await GetUserIdAsync(user).ConfigureAwait(false) ? session : null;

    /// <summary>Whether the account is protected, or was until a change that the user has not followed yet: what is planted in between would pass as proper.</summary>
    private async Task<bool> IsGuardedAsync(TUser user) =>
        await IsProtectedAsync(user).ConfigureAwait(false)
        || BindingMark.Parse(await Marks.ReadAsync(Store, user, Marks.Binding, CancellationToken).ConfigureAwait(false)) is { IsEnabled: true };

    private async Task<bool> IsFreshWithBothFactorsAsync(TUser user)
    {
        if (await ReadSessionAsync(user).ConfigureAwait(false) is not { } session || SessionClaims.FactorsOf(session) is not AuthenticationFactors.MultiFactor)
            return false;
        var window = services.GetRequiredService<EnrolmentPolicy>().Document.ReauthenticateWithin;
        return RecentAuthentication.IsRecent(SessionClaims.AuthenticatedAt(session), Sessions.Now(services), window) && await StandsAsync(user, Sessions.StampOf(session, Options)).ConfigureAwait(false);
    }

    /// <summary>While Identity compares a code it reads the key, and shows it to nobody.</summary>
    private async Task<T> RevealingAsync<T>(Func<Task<T>> read)
    {
        var before = revealing;
        revealing = true;
        try
        {
            return await read().ConfigureAwait(false);
        }
        finally
        {
            revealing = before;
        }
    }

    private static string MarkOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
