using LoginVerification.Identity.Tests.Applications;
using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace LoginVerification.Identity.Tests.Package;

/// <summary>That the password was right counts for a quarter of an hour from when it was given, and no longer than it is the password.</summary>
public sealed class FirstStepTests
{
    [Fact]
    public async Task A_password_that_was_changed_in_between_counts_no_more_on_any_path()
    {
        await using var site = await Site.StartProtectedAsync();
        using var owner = await site.VerifiedAsync();
        var backupCode = (await owner.EnrolAsync(user => user.IssueBackupCodesAsync())).BackupCodes[0].Text;
        site.Wait(Duration.FromMinutes(2));
        using var thief = site.Open();
        Assert.True((await thief.PasswordAsync()).RequiresTwoFactor);
        var code = site.Messages.LastCode(Phones.First);
        await ChangePasswordAsync(site);

        Assert.Null(await thief.ReadAsync());
        Assert.Null(await thief.BeginAsync());
        Assert.Null(await thief.AnswerAsync(code));
        Assert.Null(await thief.BackupCodeAsync(backupCode));
        Assert.Null(await thief.VerifyAsync(manager => manager.GetChallengeAsync()));
        Assert.Null(await thief.VerifyAsync(manager => manager.ResendAsync()));
        Assert.Null(await thief.SignInAsync(manager => manager.GetTwoFactorAuthenticationUserAsync()));
        Assert.False(await thief.SignInAsync(async manager =>
            await manager.UserManager.VerifyTwoFactorTokenAsync((await manager.UserManager.FindByIdAsync(site.UserId))!, TokenOptions.DefaultPhoneProvider, code)));
        Assert.False((await thief.CodeAsync(code)).Succeeded);
        Assert.False((await thief.SignInAsync(manager => manager.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false))).Succeeded);
        Assert.False((await thief.SignInAsync(manager => manager.TwoFactorRecoveryCodeSignInAsync(backupCode))).Succeeded);
        Assert.Null(await thief.WhoAsync());
    }

    [Fact]
    public async Task Who_polls_with_an_old_password_is_not_let_in_when_verification_is_turned_off()
    {
        await using var site = await Site.StartProtectedAsync();
        using var thief = site.Open();
        await thief.PasswordAsync();
        await PollAsync(site, thief, minutes: 4);
        await ChangePasswordAsync(site);
        await PollAsync(site, thief, minutes: 4);
        await site.Enrolments.ForOperator(site.Account, "staff").DisableAsync();
        Assert.Null(await thief.BeginAsync());
        Assert.Null(await thief.WhoAsync());
    }

    [Fact]
    public async Task Neither_who_polls_nor_who_is_asked_anew_prolongs_it()
    {
        await using var site = await Site.StartProtectedAsync();
        using var browser = site.Open();
        var first = Assert.IsType<VerificationSignInResult>(await browser.PasswordAsync()).Challenge!.Id;
        await PollAsync(site, browser, minutes: 12);
        Assert.NotEqual(first, Assert.IsType<SignInStart.Challenged>(await browser.VerifyAsync(manager => manager.GetChallengeAsync())).Challenge.Id);
        site.Wait(Duration.FromMinutes(2));
        Assert.NotNull(await browser.VerifyAsync(manager => manager.ResendAsync()));
        Assert.NotNull(await browser.BeginAsync());
        site.Wait(Duration.FromSeconds(61));
        Assert.Null(await browser.ReadAsync());
        Assert.Null(await browser.AnswerAsync(site.Messages.LastCode(Phones.First)));
        Assert.False((await browser.CodeAsync(site.Messages.LastCode(Phones.First))).Succeeded);

        // Who gives the password again begins it again.
        Assert.True((await browser.PasswordAsync()).RequiresTwoFactor);
        site.Wait(Duration.FromMinutes(14));
        Assert.NotNull(await browser.ReadAsync());
    }

    [Fact]
    public async Task A_copy_of_the_cookie_is_worth_the_password_and_no_more_after_its_browser_was_let_in()
    {
        await using var site = await Site.StartProtectedAsync();
        using var browser = site.Open();
        await browser.PasswordAsync();
        using var copy = browser.Copy();
        var code = site.Messages.LastCode(Phones.First);
        Assert.IsType<SignInAnswer.Approved>(await browser.AnswerAsync(code));
        Assert.Equal(RefusalCode.SignInNotOpen, Assert.IsType<SignInAnswer.Refused>(await copy.AnswerAsync(code)).Refusal.Code);

        site.Wait(Duration.FromMinutes(2));
        Assert.IsType<SignInStart.Challenged>(await copy.BeginAsync());
        Assert.Null(await copy.WhoAsync());
        site.Wait(Duration.FromMinutes(13) + Duration.FromSeconds(1));
        Assert.Null(await copy.ReadAsync());
    }

    [Fact]
    public async Task One_of_Identitys_own_second_factor_counts_no_more_once_verification_is_enabled()
    {
        await using var site = await Site.StartAsync();
        using var owner = await site.SignedInAsync();
        var key = await AuthenticatorKeyTests.SetUpAsync(owner);
        using var thief = site.Open();
        Assert.True((await thief.PasswordAsync()).RequiresTwoFactor);
        Assert.Null(await thief.BeginAsync());
        Assert.Equal(Site.UserName, (await thief.SignInAsync(manager => manager.GetTwoFactorAuthenticationUserAsync()))?.UserName);

        await owner.PasswordAsync();
        Assert.True((await AuthenticatorAsync(owner, key)).Succeeded);
        await owner.EnableSmsAsync();
        Assert.Null(await thief.ReadAsync());
        Assert.False((await AuthenticatorAsync(thief, key)).Succeeded);
        Assert.False((await thief.CodeAsync("123456")).Succeeded);
        Assert.Null(await thief.WhoAsync());
    }

    [Fact]
    public async Task A_page_of_the_hosts_own_begins_it_and_a_changed_password_ends_it_as_well()
    {
        await using var site = await Site.StartAsync();
        using var browser = site.Open();
        await BeginAsync(site, browser);
        await ChangePasswordAsync(site);
        Assert.Null(await browser.BeginAsync());
        Assert.Null(await browser.WhoAsync());

        await BeginAsync(site, browser);
        Assert.IsType<SignInStart.NotEnrolled>(await browser.BeginAsync());
        Assert.Equal(Site.UserName, await browser.WhoAsync());
    }

    private static async Task PollAsync(Site site, Browser browser, int minutes)
    {
        for (var minute = 0; minute < minutes; minute++)
        {
            site.Wait(Duration.FromMinutes(1));
            await browser.AnswerAsync("");
            await browser.VerifyAsync(manager => manager.CompleteAsync(isPersistent: false, rememberClient: false));
        }
    }

    private static Task<SignInResult> AuthenticatorAsync(Browser browser, string key) =>
        browser.SignInAsync(manager => manager.TwoFactorAuthenticatorSignInAsync(Authenticator.Code(key), isPersistent: false, rememberClient: false));

    private static Task<bool> BeginAsync(Site site, Browser browser) => browser.DoAsync(async context =>
    {
        await context.BeginSecondFactorAsync(site.Account);
        return true;
    });

    private static Task ChangePasswordAsync(Site site) =>
        site.AsUserAsync(async (users, user) => IdentityApplication.Accept(await users.ChangePasswordAsync(user, Site.Password, Site.Password + "2")));
}
