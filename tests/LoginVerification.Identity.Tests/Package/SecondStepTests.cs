using System.Security.Claims;
using LoginVerification.Identity.Tests.Applications;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace LoginVerification.Identity.Tests.Package;

/// <summary>Pages and endpoints that know nothing of Identity let in as its sign-in manager does: over Identity's own cookie, and with everything that Identity asks.</summary>
public sealed class SecondStepTests
{
    [Fact]
    public async Task The_code_by_SMS_lets_in_with_both_factors_and_whoever_waited_is_forgotten()
    {
        await using var site = await Site.StartProtectedAsync();
        using var browser = site.Open();
        Assert.Null(await browser.BeginAsync());
        var asked = Assert.IsType<VerificationSignInResult>(await browser.PasswordAsync()).Challenge!;
        Assert.Equal(new PendingSignIn(site.Account, asked.Id, VerificationChannel.Sms), await browser.ReadAsync());
        Assert.Equal(asked.Id, Assert.IsType<SignInStart.Challenged>(await browser.BeginAsync()).Challenge.Id);
        var code = site.Messages.LastCode(Phones.First);
        Assert.Equal(RefusalCode.WrongCode, Assert.IsType<SignInAnswer.Refused>(await browser.AnswerAsync(SignInHost.WrongFor(code))).Refusal.Code);
        Assert.Null(await browser.WhoAsync());

        await site.WriteColumnsAsync(user => user.AccessFailedCount = 2);
        Assert.IsType<SignInAnswer.Approved>(await browser.AnswerAsync(code));
        Assert.Equal(Site.UserName, await browser.WhoAsync());
        Assert.Equal(AuthenticationFactors.MultiFactor, await FactorsAsync(browser));
        Assert.Null(await browser.ReadAsync());
        Assert.Equal(0, (await site.ReadUserAsync()).AccessFailedCount);
        await browser.AcceptAsync(user => user.DisableAsync());
    }

    [Fact]
    public async Task A_yes_in_the_app_lets_in()
    {
        await using var site = await Site.StartProtectedAsync();
        using var app = new App { Account = site.Account };
        await AppSignInTests.EnableAppAsync(site, app);
        site.Wait(Duration.FromMinutes(1));
        using var browser = site.Open();
        await browser.PasswordAsync();
        var number = Assert.IsType<SignInStart.Challenged>(await browser.BeginAsync()).Challenge.NumberToMatch!.Text;
        Assert.Equal(RefusalCode.SignInUnanswered, Assert.IsType<SignInAnswer.Refused>(await browser.CompleteAsync()).Refusal.Code);
        var devices = site.Services.GetRequiredService<IDeviceService>();
        var prompt = (await app.LookAsync(devices, Instant.FromDateTimeOffset(site.Clock.GetUtcNow()))).Prompt!;
        Assert.Null((await devices.AnswerAsync(site.Account, app.Approval(prompt.Challenge, number))).Refusal);
        Assert.IsType<SignInAnswer.Approved>(await browser.CompleteAsync());
        Assert.Equal(Site.UserName, await browser.WhoAsync());
    }

    [Fact]
    public async Task A_backup_code_lets_in_where_the_phone_cannot_be_asked()
    {
        await using var site = await Site.StartProtectedAsync();
        using var owner = await site.VerifiedAsync();
        var codes = (await owner.EnrolAsync(user => user.IssueBackupCodesAsync())).BackupCodes;
        await site.Enrolments.ForCarrier().OptOutOfDeliveryAsync(Phones.First);
        using var browser = site.Open();
        await browser.PasswordAsync();
        Assert.Equal(new PendingSignIn(site.Account), await browser.ReadAsync());
        Assert.Equal(RefusalCode.DeliveryOptedOut, Assert.IsType<SignInStart.Blocked>(await browser.BeginAsync()).Refusal.Code);
        Assert.Equal(9, Assert.IsType<SignInAnswer.Approved>(await browser.BackupCodeAsync(codes[0].Text)).BackupCodesLeft);
        Assert.Equal((Site.UserName, AuthenticationFactors.MultiFactor), (await browser.WhoAsync(), await FactorsAsync(browser)));
    }

    [Fact]
    public async Task An_external_log_in_stays_what_the_session_began_with_also_where_the_owner_is_asked_later()
    {
        await using var site = await Site.StartProtectedAsync();
        await site.AsUserAsync(async (users, user) => IdentityApplication.Accept(await users.AddLoginAsync(user, new UserLoginInfo("Elsewhere", "ada", "Elsewhere"))));
        using var owner = await site.VerifiedAsync();
        await owner.AcceptAsync(user => user.IssueBackupCodesAsync());
        await site.Enrolments.ForCarrier().OptOutOfDeliveryAsync(Phones.First);
        using var browser = site.Open();
        Assert.True((await browser.SignInAsync(manager => manager.ExternalLoginSignInAsync("Elsewhere", "ada", isPersistent: false, bypassTwoFactor: false))).RequiresTwoFactor);
        await site.Enrolments.ForCarrier().RestoreDeliveryAsync(Phones.First);
        site.Wait(Duration.FromMinutes(2));
        Assert.IsType<SignInStart.Challenged>(await browser.BeginAsync());
        Assert.IsType<SignInAnswer.Approved>(await browser.AnswerAsync(site.Messages.LastCode(Phones.First)));
        Assert.Equal("Elsewhere", await browser.DoAsync(context => Task.FromResult(context.User.FindFirstValue(ClaimTypes.AuthenticationMethod))));
    }

    [Fact]
    public async Task Whoever_was_locked_out_in_between_waits_no_more_until_the_lockout_is_over()
    {
        await using var site = await Site.StartProtectedAsync();
        using var browser = site.Open();
        await browser.PasswordAsync();
        await LockOutAsync(site, DateTimeOffset.UtcNow.AddHours(1));
        Assert.Null(await browser.ReadAsync());
        Assert.Null(await browser.BeginAsync());
        Assert.Null(await browser.AnswerAsync(site.Messages.LastCode(Phones.First)));
        Assert.Null(await browser.WhoAsync());

        await LockOutAsync(site, end: null);
        Assert.IsType<SignInAnswer.Approved>(await browser.AnswerAsync(site.Messages.LastCode(Phones.First)));
    }

    [Fact]
    public async Task Whoever_is_locked_out_while_the_code_is_looked_at_is_not_let_in()
    {
        await using var site = await Site.StartProtectedAsync();
        using var browser = site.Open();
        await browser.PasswordAsync();
        Assert.False(await browser.DoAsync(async context =>
        {
            var session = context.RequestServices.GetRequiredService<ISecondFactorSession>();
            var pending = (await session.ReadAsync(context))!;
            await LockOutAsync(site, DateTimeOffset.UtcNow.AddHours(1));
            context.RequestServices.GetRequiredService<SiteContext>().ChangeTracker.Clear();
            var answer = await context.RequestServices.GetRequiredService<ISignInService>().AnswerAsync(pending.Account, Site.Web, pending.Challenge!, site.Messages.LastCode(Phones.First));
            return await session.LetInAsync(context, pending, Assert.IsType<SignInAnswer.Approved>(answer), remembersBrowser: false);
        }));
        Assert.Null(await browser.WhoAsync());
    }

    [Fact]
    public async Task Whose_address_has_to_be_confirmed_anew_waits_no_more()
    {
        await using var site = await Site.StartAsync(configure: services => services.Configure<IdentityOptions>(options => options.SignIn.RequireConfirmedEmail = true));
        await site.WriteColumnsAsync(user => user.EmailConfirmed = true);
        await (await site.SignedInAsync()).EnableSmsAsync();
        using var browser = site.Open();
        await browser.PasswordAsync();
        Assert.NotNull(await browser.ReadAsync());
        await site.WriteColumnsAsync(user => user.EmailConfirmed = false);
        Assert.Null(await browser.ReadAsync());
    }

    [Fact]
    public async Task Whose_user_was_deleted_in_between_waits_no_more()
    {
        await using var site = await Site.StartProtectedAsync();
        using var browser = site.Open();
        await browser.PasswordAsync();
        await site.AsUserAsync(async (users, user) => IdentityApplication.Accept(await users.DeleteAsync(user)));
        Assert.Null(await browser.ReadAsync());
        Assert.Null(await browser.AnswerAsync(site.Messages.LastCode(Phones.First)));
        Assert.Null(await browser.WhoAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_browser_that_is_to_be_remembered_is_asked_no_more(bool remember)
    {
        await using var site = await Site.StartProtectedAsync();
        using var browser = site.Open();
        await browser.PasswordAsync();
        Assert.IsType<SignInAnswer.Approved>(await browser.AnswerAsync(site.Messages.LastCode(Phones.First), remember));
        Assert.Equal(remember, (await browser.PasswordAsync()).Succeeded);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_session_outlives_the_browser_where_the_password_was_given_so(bool isPersistent)
    {
        await using var site = await Site.StartProtectedAsync();
        using var browser = site.Open();
        await browser.SignInAsync(manager => manager.PasswordSignInAsync(Site.UserName, Site.Password, isPersistent, lockoutOnFailure: true));
        Assert.IsType<SignInStart.Challenged>(await browser.BeginAsync());
        Assert.IsType<SignInAnswer.Approved>(await browser.AnswerAsync(site.Messages.LastCode(Phones.First)));
        Assert.Equal(isPersistent, await browser.DoAsync(async context => (await context.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties!.IsPersistent));
    }

    [Fact]
    public async Task Where_verification_was_turned_off_in_between_the_password_is_given_again_and_is_one_factor()
    {
        await using var site = await Site.StartProtectedAsync();
        using var browser = site.Open();
        await browser.PasswordAsync();
        await site.Enrolments.ForOperator(site.Account, "staff").DisableAsync();
        Assert.Null(await browser.BeginAsync());
        Assert.Null(await browser.WhoAsync());
        Assert.True((await browser.PasswordAsync()).Succeeded);
        Assert.Equal((Site.UserName, AuthenticationFactors.SingleFactor), (await browser.WhoAsync(), await FactorsAsync(browser)));
        Assert.Null(await browser.ReadAsync());
    }

    [Fact]
    public async Task Where_verification_was_turned_off_in_between_an_authenticator_app_is_still_asked_for()
    {
        await using var site = await Site.StartProtectedAsync();
        using var owner = await site.VerifiedAsync();
        var key = await AuthenticatorKeyTests.SetUpAsync(owner);
        site.Wait(Duration.FromMinutes(2));
        using var browser = site.Open();
        await browser.PasswordAsync();
        await site.Enrolments.ForOperator(site.Account, "staff").DisableAsync();
        Assert.Null(await browser.BeginAsync());
        Assert.False((await browser.SignInAsync(manager => manager.TwoFactorAuthenticatorSignInAsync(Authenticator.Code(key), isPersistent: false, rememberClient: false))).Succeeded);
        Assert.True((await browser.PasswordAsync()).RequiresTwoFactor);
        Assert.True((await browser.SignInAsync(manager => manager.TwoFactorAuthenticatorSignInAsync(Authenticator.Code(key), isPersistent: false, rememberClient: false))).Succeeded);
        Assert.Equal(Site.UserName, await browser.WhoAsync());
    }

    [Fact]
    public async Task An_answer_for_another_account_lets_nobody_in()
    {
        await using var site = await Site.StartProtectedAsync();
        using var browser = site.Open();
        await browser.PasswordAsync();
        Assert.False(await browser.DoAsync(async context =>
        {
            var session = context.RequestServices.GetRequiredService<ISecondFactorSession>();
            return await session.LetInAsync(context, new PendingSignIn(AccountId.Parse("somebody-else")), new SignInAnswer.Approved(SignInMethod.Sms), remembersBrowser: false);
        }));
        Assert.Null(await browser.WhoAsync());
    }

    private static Task LockOutAsync(Site site, DateTimeOffset? end) =>
        site.AsUserAsync(async (users, user) => IdentityApplication.Accept(await users.SetLockoutEndDateAsync(user, end)));

    private static Task<AuthenticationFactors> FactorsAsync(Browser browser) =>
        browser.DoAsync(context => Task.FromResult(context.User.HasClaim("amr", "mfa") ? AuthenticationFactors.MultiFactor : AuthenticationFactors.SingleFactor));
}
