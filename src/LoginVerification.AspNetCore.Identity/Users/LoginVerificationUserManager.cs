using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LoginVerification;

/// <summary>
/// Identity's user manager whose phone and second factor follow the enrolment. What would change them past it fails and says what to call. Derive from it for a
/// manager of your own. One a request, as Identity's.
/// </summary>
/// <typeparam name="TUser">The host's user.</typeparam>
public partial class LoginVerificationUserManager<TUser> : UserManager<TUser>
    where TUser : class
{
    private readonly IServiceProvider services;

    /// <summary>Takes what Identity's own takes; the rest comes from the services.</summary>
    /// <param name="store">See <see cref="UserManager{TUser}"/>.</param>
    /// <param name="optionsAccessor">See <see cref="UserManager{TUser}"/>.</param>
    /// <param name="passwordHasher">See <see cref="UserManager{TUser}"/>.</param>
    /// <param name="userValidators">See <see cref="UserManager{TUser}"/>.</param>
    /// <param name="passwordValidators">See <see cref="UserManager{TUser}"/>.</param>
    /// <param name="keyNormalizer">See <see cref="UserManager{TUser}"/>.</param>
    /// <param name="errors">See <see cref="UserManager{TUser}"/>.</param>
    /// <param name="services">See <see cref="UserManager{TUser}"/>.</param>
    /// <param name="logger">See <see cref="UserManager{TUser}"/>.</param>
    public LoginVerificationUserManager(
        IUserStore<TUser> store,
        IOptions<IdentityOptions> optionsAccessor,
        IPasswordHasher<TUser> passwordHasher,
        IEnumerable<IUserValidator<TUser>> userValidators,
        IEnumerable<IPasswordValidator<TUser>> passwordValidators,
        ILookupNormalizer keyNormalizer,
        IdentityErrorDescriber errors,
        IServiceProvider services,
        ILogger<UserManager<TUser>> logger)
        : base(store, optionsAccessor, passwordHasher, userValidators, passwordValidators, keyNormalizer, errors, services, logger) => this.services = services;

    private IEnrolmentService Enrolments => services.GetRequiredService<IEnrolmentService>();

    private HttpContext? Request => services.GetService<IHttpContextAccessor>()?.HttpContext;

    /// <summary>Fails for another number than the user has: a number is submitted and confirmed.</summary>
    /// <param name="user">The user.</param>
    /// <param name="phoneNumber">The number.</param>
    public override async Task<IdentityResult> SetPhoneNumberAsync(TUser user, string? phoneNumber) =>
        phoneNumber == await GetPhoneNumberAsync(user).ConfigureAwait(false) ? IdentityResult.Success : Followings.PhoneFollows;

    /// <summary>Fails: a number is submitted and confirmed.</summary>
    /// <param name="user">The user.</param>
    /// <param name="phoneNumber">The number.</param>
    /// <param name="token">The token.</param>
    public override Task<IdentityResult> ChangePhoneNumberAsync(TUser user, string phoneNumber, string token) => Task.FromResult(Followings.PhoneFollows);

    /// <summary>Makes no token: a number is submitted and confirmed.</summary>
    /// <param name="user">The user.</param>
    /// <param name="phoneNumber">The number.</param>
    /// <exception cref="InvalidOperationException">Always; it says what to call.</exception>
    public override Task<string> GenerateChangePhoneNumberTokenAsync(TUser user, string phoneNumber) => throw new InvalidOperationException(Followings.PhoneFollows.Errors.First().Description);

    /// <summary>No token confirms a number.</summary>
    /// <param name="user">The user.</param>
    /// <param name="token">The token.</param>
    /// <param name="phoneNumber">The number.</param>
    public override Task<bool> VerifyChangePhoneNumberTokenAsync(TUser user, string token, string phoneNumber) => Task.FromResult(false);

    /// <summary>
    /// Turns Identity's own second factor on or off, for a user without an enrolment. On is refused where there is none to ask for. Where verification is
    /// enabled, on binds the authenticator app that was proved in this request, with both factors given a moment ago, and off is refused.
    /// </summary>
    /// <param name="user">The user.</param>
    /// <param name="enabled">On or off.</param>
    public override async Task<IdentityResult> SetTwoFactorEnabledAsync(TUser user, bool enabled)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (await IsProtectedAsync(user).ConfigureAwait(false))
            return enabled ? await BindAuthenticatorAsync(user).ConfigureAwait(false) : Followings.TwoFactorFollows;
        if (enabled && (await GetValidTwoFactorProvidersAsync(user).ConfigureAwait(false)).Count == 0)
            return Followings.NoSecondFactor;
        await MarkOwnAuthenticatorAsync(user, enabled).ConfigureAwait(false);
        return await base.SetTwoFactorEnabledAsync(user, enabled).ConfigureAwait(false);
    }

    /// <summary>Saves a user, with the phone and the second factor as the enrolment has them, whatever was written to the user's own properties.</summary>
    /// <param name="user">The user.</param>
    public override async Task<IdentityResult> UpdateAsync(TUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return await WriteColumnsAsync(user, CancellationToken).ConfigureAwait(false) is ColumnChange.Binding && SupportsUserSecurityStamp
            ? await UpdateSecurityStampAsync(user).ConfigureAwait(false)
            : await base.UpdateAsync(user).ConfigureAwait(false);
    }

    /// <summary>The second factors that can be asked for: those of the enrolment, and beside them an authenticator app. An e-mail address is none.</summary>
    /// <param name="user">The user.</param>
    public override async Task<IList<string>> GetValidTwoFactorProvidersAsync(TUser user)
    {
        var all = await RevealingAsync(() => base.GetValidTwoFactorProvidersAsync(user)).ConfigureAwait(false);
        if (!await IsProtectedAsync(user).ConfigureAwait(false))
            return all;
        var hasAuthenticator = await HasAuthenticatorAsync(user).ConfigureAwait(false);
        return [.. all.Where(name => IsOfEnrolment(name) || (hasAuthenticator && name == Options.Tokens.AuthenticatorTokenProvider))];
    }

    /// <summary>Whether a code of a provider is right. Where verification is enabled, the enrolment's and an authenticator app's can be.</summary>
    /// <param name="user">The user.</param>
    /// <param name="tokenProvider">The provider.</param>
    /// <param name="token">The code.</param>
    public override async Task<bool> VerifyTwoFactorTokenAsync(TUser user, string tokenProvider, string token)
    {
        var isAuthenticator = tokenProvider == Options.Tokens.AuthenticatorTokenProvider;
        if (!isAuthenticator && !IsOfEnrolment(tokenProvider) && await IsProtectedAsync(user).ConfigureAwait(false))
            return false;
        if (!await RevealingAsync(() => base.VerifyTwoFactorTokenAsync(user, tokenProvider, token)).ConfigureAwait(false))
            return false;
        if (!isAuthenticator)
            return true;
        provedKey = await base.GetAuthenticatorKeyAsync(user).ConfigureAwait(false);
        if (await IsProtectedAsync(user).ConfigureAwait(false) || !await GetTwoFactorEnabledAsync(user).ConfigureAwait(false) || await HasAuthenticatorAsync(user).ConfigureAwait(false))
            return true;
        // An app that was set up before this package was there.
        await MarkOwnAuthenticatorAsync(user, isOn: true).ConfigureAwait(false);
        await UpdateUserAsync(user).ConfigureAwait(false);
        return true;
    }

    internal async Task<AccountId> AccountOfAsync(TUser user) => AccountId.Parse(await GetUserIdAsync(user).ConfigureAwait(false));

    internal async Task<LoginRequirement> ReadRequirementAsync(TUser user) =>
        await Enrolments.GetLoginRequirementAsync(await AccountOfAsync(user).ConfigureAwait(false), CancellationToken).ConfigureAwait(false);

    /// <summary>Whether the enrolment asks for a second factor, or cannot be read.</summary>
    internal async Task<bool> IsProtectedAsync(TUser user) => await ReadRequirementAsync(user).ConfigureAwait(false) is not LoginRequirement.PasswordOnly;

    internal static bool IsOfEnrolment(string provider) => provider is LoginVerificationIdentity.Provider || provider == TokenOptions.DefaultPhoneProvider;
}
