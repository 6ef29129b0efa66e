using System.Reflection;
using LoginVerification.Identity.Tests.Applications;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LoginVerification.Identity.Tests.Package;

/// <summary>Identity's lockout, beside the limits of the enrolment: a store may have none, and its count can be written by two at once.</summary>
public sealed class LockoutTests
{
    [Fact]
    public async Task A_store_without_a_lockout_answers_a_wrong_code_and_lets_in_with_a_right_one()
    {
        await using var site = await Site.StartProtectedAsync(configure: services => services.AddScoped(provider =>
            ForwardingStore.Of(new UserStore<IdentityUser, IdentityRole, SiteContext>(provider.GetRequiredService<SiteContext>()))));
        Assert.False(await site.AsUserAsync((users, _) => Task.FromResult(users.SupportsUserLockout)));
        using var owner = await site.VerifiedAsync();
        var key = await BindAsync(owner);

        using var browser = site.Open();
        Assert.True((await browser.PasswordAsync()).RequiresTwoFactor);
        var wrong = await AuthenticateAsync(browser, Authenticator.WrongCode(key));
        Assert.Equal((false, false), (wrong.Succeeded, wrong.IsLockedOut));
        Assert.Null(await browser.WhoAsync());
        Assert.True((await AuthenticateAsync(browser, Authenticator.Code(key))).Succeeded);
    }

    [Fact]
    public async Task Where_the_count_cannot_be_reset_the_right_code_signs_nobody_in()
    {
        await using var site = await Site.StartProtectedAsync(configure: services => services.AddScoped<UserManager<IdentityUser>, RacedUserManager>());
        using var browser = site.Open();
        Assert.True((await browser.PasswordAsync()).RequiresTwoFactor);
        await site.WriteColumnsAsync(user => user.AccessFailedCount = 1);
        var raced = await browser.CodeAsync(site.Messages.LastCode(Phones.First));
        Assert.Equal((false, false, false), (raced.Succeeded, raced.RequiresTwoFactor, raced.IsLockedOut));
        Assert.Null(await browser.WhoAsync());
    }

    [Fact]
    public async Task Where_a_wrong_code_cannot_be_counted_it_signs_nobody_in_and_breaks_no_page()
    {
        await using var site = await Site.StartProtectedAsync(configure: services => services.AddScoped<UserManager<IdentityUser>, RacedUserManager>());
        using var owner = await site.VerifiedAsync();
        var key = await BindAsync(owner);
        using var browser = site.Open();
        Assert.True((await browser.PasswordAsync()).RequiresTwoFactor);
        Assert.False((await AuthenticateAsync(browser, Authenticator.WrongCode(key))).Succeeded);
        Assert.Null(await browser.WhoAsync());
    }

    private static Task<SignInResult> AuthenticateAsync(Browser browser, string code) =>
        browser.SignInAsync(manager => manager.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false));

    private static async Task<string> BindAsync(Browser browser)
    {
        var key = await browser.SignInAsync(async manager =>
        {
            var user = (await manager.UserManager.GetUserAsync(manager.Context.User))!;
            IdentityApplication.Accept(await manager.UserManager.ResetAuthenticatorKeyAsync(user));
            await manager.RefreshSignInAsync(user);
            return await manager.UserManager.GetAuthenticatorKeyAsync(user);
        });
        IdentityApplication.Accept(await browser.ManageAsync(async (users, user) =>
            await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, Authenticator.Code(key!)) ? await users.SetTwoFactorEnabledAsync(user, true) : IdentityResult.Failed()));
        return key!;
    }

    /// <summary>What this package and these tests take of a store; no lockout.</summary>
    private interface IStoreWithoutLockout : IUserPasswordStore<IdentityUser>, IUserSecurityStampStore<IdentityUser>, IUserTwoFactorStore<IdentityUser>,
        IUserPhoneNumberStore<IdentityUser>, IUserEmailStore<IdentityUser>, IUserAuthenticatorKeyStore<IdentityUser>, IUserAuthenticationTokenStore<IdentityUser>;

#pragma warning disable CA1852 // DispatchProxy derives from it.
    private class ForwardingStore : DispatchProxy
#pragma warning restore CA1852
    {
        private IUserStore<IdentityUser> inner = null!;

        public static IUserStore<IdentityUser> Of(IUserStore<IdentityUser> inner)
        {
            var store = Create<IStoreWithoutLockout, ForwardingStore>();
            ((ForwardingStore)(object)store).inner = inner;
            return store;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Invoke(inner, args);
    }

    /// <summary>Each time somebody else wrote the user a moment before.</summary>
    private sealed class RacedUserManager(
        IUserStore<IdentityUser> store,
        IOptions<IdentityOptions> options,
        IPasswordHasher<IdentityUser> hasher,
        IEnumerable<IUserValidator<IdentityUser>> userValidators,
        IEnumerable<IPasswordValidator<IdentityUser>> passwordValidators,
        ILookupNormalizer normalizer,
        IdentityErrorDescriber errors,
        IServiceProvider services,
        ILogger<UserManager<IdentityUser>> logger)
        : LoginVerificationUserManager<IdentityUser>(store, options, hasher, userValidators, passwordValidators, normalizer, errors, services, logger)
    {
        public override async Task<IdentityResult> ResetAccessFailedCountAsync(IdentityUser user) => user.AccessFailedCount == 0
            ? await base.ResetAccessFailedCountAsync(user)
            : IdentityResult.Failed(ErrorDescriber.ConcurrencyFailure());

        public override Task<IdentityResult> AccessFailedAsync(IdentityUser user) => Task.FromResult(IdentityResult.Failed(ErrorDescriber.ConcurrencyFailure()));
    }
}
