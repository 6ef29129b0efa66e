using LoginVerification.Identity.Tests.Applications;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LoginVerification.Identity.Tests.Package;

/// <summary>An application that would sign in past the enrolment does not start.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task A_manager_that_is_registered_later_and_is_another_one_fails_the_start()
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => Site.StartAsync(identity: builder => builder.AddSignInManager().AddUserManager<UserManager<IdentityUser>>()));
        Assert.Contains(failure.Failures, text => text.StartsWith("UserManager is UserManager`1, which does not ask", StringComparison.Ordinal));
        Assert.Contains(failure.Failures, text => text.StartsWith("SignInManager is SignInManager`1, which does not ask", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_policy_for_exploration_alone_fails_the_start()
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => Site.StartAsync(policy: document => document with { Research = true }));
        Assert.Contains(failure.Failures, text => text.Contains("\"research\": true", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_manager_of_the_hosts_own_that_derives_from_the_packages_is_used()
    {
        await using var site = await Site.StartAsync(identity: builder => builder.AddSignInManager<HostSignInManager>().AddLoginVerification());
        using var browser = site.Open();
        Assert.IsType<HostSignInManager>(await browser.SignInAsync(Task.FromResult));
        await (await site.SignedInAsync()).EnableSmsAsync();
        Assert.True((await browser.PasswordAsync()).RequiresTwoFactor);
    }

    [Fact]
    public void Without_the_wiring_it_says_what_to_call_first()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddIdentityCore<IdentityUser>().AddLoginVerification());
        Assert.Contains("services.AddLoginVerification(", failure.Message, StringComparison.Ordinal);
    }

    private sealed class HostSignInManager(
        UserManager<IdentityUser> users,
        IHttpContextAccessor accessor,
        IUserClaimsPrincipalFactory<IdentityUser> claims,
        IOptions<IdentityOptions> options,
        ILogger<SignInManager<IdentityUser>> logger,
        IAuthenticationSchemeProvider schemes,
        IUserConfirmation<IdentityUser> confirmation)
        : LoginVerificationSignInManager<IdentityUser>(users, accessor, claims, options, logger, schemes, confirmation);
}
