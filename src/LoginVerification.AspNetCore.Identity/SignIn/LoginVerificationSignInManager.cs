using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LoginVerification;

/// <summary>
/// Identity's sign-in manager that asks for what was enabled, on every path: password, external log-in, passkey. Where the owner cannot be asked it refuses
/// with the ways out, and never skips. Answers are <see cref="VerificationSignInResult"/> where they know more than Identity's. Derive from it for a manager
/// of your own. One a request, as Identity's.
/// </summary>
/// <typeparam name="TUser">The host's user.</typeparam>
public partial class LoginVerificationSignInManager<TUser> : SignInManager<TUser>
    where TUser : class
{
    private TUser? passed;
    private IReadOnlyList<Claim>? kept;

    /// <summary>Takes what Identity's own takes; the rest comes from the request's services.</summary>
    /// <param name="userManager">A <see cref="LoginVerificationUserManager{TUser}"/>.</param>
    /// <param name="contextAccessor">See <see cref="SignInManager{TUser}"/>.</param>
    /// <param name="claimsFactory">See <see cref="SignInManager{TUser}"/>.</param>
    /// <param name="optionsAccessor">See <see cref="SignInManager{TUser}"/>.</param>
    /// <param name="logger">See <see cref="SignInManager{TUser}"/>.</param>
    /// <param name="schemes">See <see cref="SignInManager{TUser}"/>.</param>
    /// <param name="confirmation">See <see cref="SignInManager{TUser}"/>.</param>
    /// <exception cref="ArgumentException">The user manager is another one.</exception>
    public LoginVerificationSignInManager(
        UserManager<TUser> userManager,
        IHttpContextAccessor contextAccessor,
        IUserClaimsPrincipalFactory<TUser> claimsFactory,
        IOptions<IdentityOptions> optionsAccessor,
        ILogger<SignInManager<TUser>> logger,
        IAuthenticationSchemeProvider schemes,
        IUserConfirmation<TUser> confirmation)
        : base(userManager, contextAccessor, claimsFactory, optionsAccessor, logger, schemes, confirmation) =>
        Users = userManager as LoginVerificationUserManager<TUser>
            ?? throw new ArgumentException($"The user manager is {userManager?.GetType().Name ?? "null"}. Call AddLoginVerification() on the identity builder after AddUserManager, and derive yours from LoginVerificationUserManager.", nameof(userManager));

    private LoginVerificationUserManager<TUser> Users { get; }

    private SignInRequests Requests => Context.RequestServices.GetRequiredService<SignInRequests>();

    private SignInFlow Flow => Context.RequestServices.GetRequiredService<SignInFlow>();

    private TwoFactorCookie Cookie => Context.RequestServices.GetRequiredService<TwoFactorCookie>();

    /// <summary>What the page of the second step shows: the masked number, or the number to match, or why the owner cannot be asked. Null where nobody waits for it.</summary>
    public virtual async Task<SignInStart?> GetChallengeAsync() =>
        await ReadStepAsync().ConfigureAwait(false) is var (_, step) ? await Flow.BeginAsync(Context, step.Pending).ConfigureAwait(false) : null;

    /// <summary>Sends the code, or the push, once more, as often as the policy allows. Null where nobody waits for it.</summary>
    public virtual async Task<SignInStart?> ResendAsync() =>
        await ReadStepAsync().ConfigureAwait(false) is var (_, step) ? await Flow.ResendAsync(Context, step.Pending).ConfigureAwait(false) : null;

    /// <summary>
    /// Signs in if the owner has said yes in the app. A page asks every second or two, while the refusal is <see cref="RefusalCode.SignInUnanswered"/>.
    /// </summary>
    /// <param name="isPersistent">Whether the session outlives the browser.</param>
    /// <param name="rememberClient">Whether this browser is asked no more, until what protects the log-in changes.</param>
    public virtual Task<SignInResult> CompleteAsync(bool isPersistent, bool rememberClient) =>
        TwoFactorSignInAsync(LoginVerificationIdentity.Provider, "", isPersistent, rememberClient);

    /// <summary>Whether a second factor is asked for: what the enrolment says, and without one what Identity says.</summary>
    /// <param name="user">The user.</param>
    public override async Task<bool> IsTwoFactorEnabledAsync(TUser user) =>
        await Users.IsProtectedAsync(user).ConfigureAwait(false) || await base.IsTwoFactorEnabledAsync(user).ConfigureAwait(false);

    /// <summary>Whether this browser is remembered. What protects the log-in has not changed since: Identity's cookie alone would tell so only once in a while.</summary>
    /// <param name="user">The user.</param>
    public override async Task<bool> IsTwoFactorClientRememberedAsync(TUser user) =>
        await base.IsTwoFactorClientRememberedAsync(user).ConfigureAwait(false)
        && await ValidateTwoFactorSecurityStampAsync((await Context.AuthenticateAsync(IdentityConstants.TwoFactorRememberMeScheme).ConfigureAwait(false)).Principal).ConfigureAwait(false) is not null;

    /// <summary>The user who waits for the second step, also in the request that began it. Whose password was changed since waits no more.</summary>
    public override async Task<TUser?> GetTwoFactorAuthenticationUserAsync() =>
        await Cookie.ReadAsync(Context).ConfigureAwait(false) is not null
            ? (await ReadStandingAsync().ConfigureAwait(false))?.User
            : await base.GetTwoFactorAuthenticationUserAsync().ConfigureAwait(false);

    /// <summary>
    /// Renews the session of its own user: how and when they authenticated stays as it was. One that was ended elsewhere is not renewed, although Identity has
    /// not looked yet: its security stamp is not the one that the user had when this request found them.
    /// </summary>
    /// <param name="user">The user.</param>
    public override async Task RefreshSignInAsync(TUser user)
    {
        var session = (await Context.AuthenticateAsync(AuthenticationScheme).ConfigureAwait(false)).Principal;
        if (session is null || UserManager.GetUserId(session) != await UserManager.GetUserIdAsync(user).ConfigureAwait(false))
        {
            // Identity refuses it, and says so in the log.
            await base.RefreshSignInAsync(user).ConfigureAwait(false);
            return;
        }

        if (!await Users.HadStampAsync(user, Sessions.StampOf(session, Options)).ConfigureAwait(false))
        {
            LogEnded(Logger);
            return;
        }

        kept = [.. session.Claims.Where(Sessions.IsKept).DistinctBy(claim => (claim.Type, claim.Value)).Select(claim => claim.Clone())];
        try
        {
            await PassAsync(user, async () =>
            {
                await base.RefreshSignInAsync(user).ConfigureAwait(false);
                return true;
            }).ConfigureAwait(false);
        }
        finally
        {
            kept = null;
        }
    }

    /// <summary>
    /// Begins a session. For an account whose verification is enabled it is the last step of a sign-in, or the renewal of a session, and nothing else:
    /// code that has the user and wants a session calls <see cref="SignInOrAskAsync"/>.
    /// </summary>
    /// <param name="user">The user.</param>
    /// <param name="authenticationProperties">Of the cookie.</param>
    /// <param name="additionalClaims">Of the session.</param>
    /// <exception cref="InvalidOperationException">Verification is enabled and was skipped.</exception>
    public override async Task SignInWithClaimsAsync(TUser user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        ArgumentNullException.ThrowIfNull(additionalClaims);
        if (!ReferenceEquals(passed, user) && await Users.IsProtectedAsync(user).ConfigureAwait(false))
            throw new InvalidOperationException("Log-in verification is enabled for this account, and a session without it would skip it. Call SignInOrAskAsync of LoginVerificationSignInManager instead, and go on to the second step where the answer is RequiresTwoFactor.");
        // The time is this session's, whatever another site says of its own. Of several methods Identity would renew the first one alone.
        var others = additionalClaims.Where(claim => claim.Type != SessionClaims.Time).ToList();
        var own = (kept ?? [Sessions.TimeOf(Sessions.Now(Context.RequestServices))]).Where(claim => !others.Exists(other => (other.Type, other.Value) == (claim.Type, claim.Value)));
        await base.SignInWithClaimsAsync(user, authenticationProperties, [.. others, .. own]).ConfigureAwait(false);
    }

    /// <summary>Signs in a user whom the host authenticated by one factor of its own (a link, another site), or asks for the second one.</summary>
    /// <param name="user">The user.</param>
    /// <param name="isPersistent">Whether the session outlives the browser.</param>
    public virtual async Task<SignInResult> SignInOrAskAsync(TUser user, bool isPersistent)
    {
        ArgumentNullException.ThrowIfNull(user);
        return await PreSignInCheck(user).ConfigureAwait(false) ?? await SignInOrTwoFactorAsync(user, isPersistent).ConfigureAwait(false);
    }

    [LoggerMessage(62, LogLevel.Warning, "A session that was ended elsewhere was not renewed.")]
    private static partial void LogEnded(ILogger logger);

    private async Task<T> PassAsync<T>(TUser user, Func<Task<T>> signIn)
    {
        passed = user;
        try
        {
            return await signIn().ConfigureAwait(false);
        }
        finally
        {
            passed = null;
        }
    }
}
