using System.Net;
using System.Security.Claims;
using LoginVerification.Identity.Tests.Applications;
using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace LoginVerification.Identity.Tests.Package;

/// <summary>Every path to a session asks: external log-ins, Identity's HTTP endpoints, code that signs in a user whom it has.</summary>
public sealed class PathTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_external_log_in_asks_even_where_its_page_wants_to_bypass_the_second_factor(bool bypass)
    {
        await using var site = await Site.StartProtectedAsync();
        await site.AsUserAsync(async (users, user) => IdentityApplication.Accept(await users.AddLoginAsync(user, new UserLoginInfo("Elsewhere", "ada", "Elsewhere"))));
        using var browser = site.Open();
        var result = await browser.SignInAsync(manager => manager.ExternalLoginSignInAsync("Elsewhere", "ada", isPersistent: false, bypass));
        Assert.Equal((false, true), (result.Succeeded, result.RequiresTwoFactor));
        Assert.Null(await browser.WhoAsync());
        Assert.True((await browser.CodeAsync(site.Messages.LastCode(Phones.First))).Succeeded);
        Assert.Equal("Elsewhere", await browser.DoAsync(context => Task.FromResult(context.User.FindFirstValue(ClaimTypes.AuthenticationMethod))));
    }

    [Fact]
    public async Task A_session_without_the_second_step_cannot_be_begun_by_code_that_has_the_user()
    {
        await using var site = await Site.StartProtectedAsync();
        using var browser = site.Open();
        await Assert.ThrowsAsync<InvalidOperationException>(() => browser.SignInAsync(async manager =>
        {
            await manager.SignInAsync((await manager.UserManager.FindByIdAsync(site.UserId))!, isPersistent: false);
            return true;
        }));
        Assert.Null(await browser.WhoAsync());
        var asked = await browser.VerifyAsync(async manager => await manager.SignInOrAskAsync((await manager.UserManager.FindByIdAsync(site.UserId))!, isPersistent: false));
        Assert.True(asked.RequiresTwoFactor);
        Assert.True((await browser.CodeAsync(site.Messages.LastCode(Phones.First))).Succeeded);
    }

    [Fact]
    public async Task Identitys_HTTP_endpoint_takes_the_code_with_the_password()
    {
        await using var site = await Site.StartProtectedAsync();
        using var browser = site.Open();
        using var asked = await browser.PostAsync("api/login", new { email = Site.UserName, password = Site.Password });
        Assert.Equal(HttpStatusCode.Unauthorized, asked.StatusCode);
        Assert.Contains("RequiresTwoFactor", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var wrong = await browser.PostAsync("api/login", new { email = Site.UserName, password = Site.Password, twoFactorCode = SignInHost.WrongFor(site.Messages.LastCode(Phones.First)) });
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        using var right = await browser.PostAsync("api/login", new { email = Site.UserName, password = Site.Password, twoFactorCode = site.Messages.LastCode(Phones.First) });
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.Contains("accessToken", await right.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Identitys_HTTP_endpoint_takes_a_backup_code_in_place_of_a_recovery_code()
    {
        await using var site = await Site.StartProtectedAsync();
        using var owner = await site.VerifiedAsync();
        var issued = await owner.EnrolAsync(user => user.IssueBackupCodesAsync());
        site.Wait(Duration.FromHours(1));
        using var browser = site.Open();
        using var right = await browser.PostAsync("api/login", new { email = Site.UserName, password = Site.Password, twoFactorRecoveryCode = issued.BackupCodes[0].Text });
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        using var used = await browser.PostAsync("api/login", new { email = Site.UserName, password = Site.Password, twoFactorRecoveryCode = issued.BackupCodes[0].Text });
        Assert.Equal(HttpStatusCode.Unauthorized, used.StatusCode);
    }

    [Fact]
    public async Task What_another_site_says_of_its_authentication_makes_no_session_fresh()
    {
        await using var site = await Site.StartAsync();
        using var browser = site.Open();
        Assert.True(await browser.SignInAsync(async manager =>
        {
            await manager.SignInWithClaimsAsync((await manager.UserManager.FindByIdAsync(site.UserId))!, isPersistent: false, [new Claim("auth_time", "4102444800")]);
            return true;
        }));
        var time = await browser.DoAsync(context => Task.FromResult(context.User.FindAll("auth_time").Select(claim => claim.Value).ToArray()));
        Assert.Equal([site.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture)], time);
    }

    [Fact]
    public async Task An_email_code_is_no_second_factor_of_an_enrolment()
    {
        await using var site = await Site.StartProtectedAsync();
        await site.AsUserAsync(async (users, user) => IdentityApplication.Accept(await users.ConfirmEmailAsync(user, await users.GenerateEmailConfirmationTokenAsync(user))));
        using var browser = site.Open();
        await browser.PasswordAsync();
        var code = await site.AsUserAsync((users, user) => users.GenerateTwoFactorTokenAsync(user, TokenOptions.DefaultEmailProvider));
        Assert.False((await browser.SignInAsync(manager => manager.TwoFactorSignInAsync(TokenOptions.DefaultEmailProvider, code, isPersistent: false, rememberClient: false))).Succeeded);
        Assert.False(await site.AsUserAsync((users, user) => users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultEmailProvider, code)));
        Assert.Null(await browser.WhoAsync());
    }

    [Fact]
    public async Task Two_browsers_do_not_share_a_second_step()
    {
        await using var site = await Site.StartProtectedAsync();
        using var first = site.Open();
        using var second = site.Open();
        await first.PasswordAsync();
        Assert.False((await second.CodeAsync(site.Messages.LastCode(Phones.First))).Succeeded);
        Assert.True((await second.PasswordAsync()).RequiresTwoFactor);
        Assert.True((await second.CodeAsync(site.Messages.LastCode(Phones.First))).Succeeded);
        Assert.False((await first.CodeAsync(site.Messages.LastCode(Phones.First))).Succeeded);
        Assert.Equal((null, Site.UserName), (await first.WhoAsync(), await second.WhoAsync()));
    }

    [Fact]
    public async Task A_locked_out_user_is_not_let_in_by_the_right_code()
    {
        await using var site = await Site.StartProtectedAsync();
        using var browser = site.Open();
        await browser.PasswordAsync();
        await site.AsUserAsync(async (users, user) => IdentityApplication.Accept(await users.SetLockoutEndDateAsync(user, DateTimeOffset.UtcNow.AddHours(1))));
        Assert.True((await browser.CodeAsync(site.Messages.LastCode(Phones.First))).IsLockedOut);
        Assert.Null(await browser.WhoAsync());
    }

    [Fact]
    public async Task A_remembered_browser_is_let_in_while_the_owner_could_be_asked_and_not_where_it_is_blocked()
    {
        await using var site = await Site.StartProtectedAsync();
        using var browser = await site.VerifiedAsync(remember: true);
        Assert.True((await browser.PasswordAsync()).Succeeded);
        Assert.Equal(AuthenticationFactors.SingleFactor, await browser.DoAsync(context => Task.FromResult(Factors(context.User))));
        await site.Enrolments.ForCarrier().InvalidatePhoneAsync(Phones.First, InvalidationReason.Recycled);
        Assert.False((await browser.PasswordAsync()).Succeeded);
    }

    [Fact]
    public async Task A_user_without_an_enrolment_signs_in_as_with_Identity_alone()
    {
        await using var site = await Site.StartAsync();
        using var browser = site.Open();
        Assert.False((await browser.PasswordAsync("wrong-Password-1")).Succeeded);
        Assert.True((await browser.PasswordAsync()).Succeeded);
        await site.AsUserAsync(async (users, user) => IdentityApplication.Accept(await users.ConfirmEmailAsync(user, await users.GenerateEmailConfirmationTokenAsync(user))));
        await site.AsUserAsync(async (users, user) => IdentityApplication.Accept(await users.SetTwoFactorEnabledAsync(user, true)));
        using var asked = site.Open();
        Assert.True((await asked.PasswordAsync()).RequiresTwoFactor);
        var code = await site.AsUserAsync((users, user) => users.GenerateTwoFactorTokenAsync(user, TokenOptions.DefaultEmailProvider));
        Assert.True((await asked.SignInAsync(manager => manager.TwoFactorSignInAsync(TokenOptions.DefaultEmailProvider, code, isPersistent: false, rememberClient: false))).Succeeded);
    }

    private static AuthenticationFactors Factors(ClaimsPrincipal session) => session.HasClaim("amr", "mfa") ? AuthenticationFactors.MultiFactor : AuthenticationFactors.SingleFactor;
}
