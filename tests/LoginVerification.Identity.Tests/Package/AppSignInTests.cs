using LoginVerification.Identity.Tests.Applications;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace LoginVerification.Identity.Tests.Package;

/// <summary>Signing in with the app and a number to match.</summary>
public sealed class AppSignInTests
{
    [Fact]
    public async Task The_number_on_the_page_typed_into_the_app_lets_this_browser_in_and_no_other()
    {
        await using var site = await Site.StartProtectedAsync();
        using var app = new App { Account = site.Account };
        await EnableAppAsync(site, app);
        Assert.Equal([LoginVerificationIdentity.Provider], await site.AsUserAsync((users, user) => users.GetValidTwoFactorProvidersAsync(user)));

        using var stranger = site.Open();
        await stranger.PasswordAsync();
        site.Wait(Duration.FromMinutes(1));
        using var browser = site.Open();
        var asked = Assert.IsType<VerificationSignInResult>(await browser.PasswordAsync()).Challenge!;
        // The page is loaded again, and shows the same number.
        var shown = Assert.IsType<SignInStart.Challenged>(await browser.VerifyAsync(manager => manager.GetChallengeAsync())).Challenge;
        Assert.Equal((asked.Id, asked.NumberToMatch!.Text, VerificationChannel.AppPush), (shown.Id, shown.NumberToMatch!.Text, shown.Channel));
        Assert.Equal(RefusalCode.SignInUnanswered, await RefusalOfAsync(browser));

        var devices = site.Services.GetRequiredService<IDeviceService>();
        var prompt = (await app.LookAsync(devices, Instant.FromDateTimeOffset(site.Clock.GetUtcNow()))).Prompt!;
        Assert.Equal(("Firefox, Linux", "127.0.0.1", Site.Web), (prompt.Browser, prompt.Place, prompt.Surface));
        Assert.Null((await devices.AnswerAsync(site.Account, app.Approval(prompt.Challenge, shown.NumberToMatch.Text))).Refusal);

        Assert.Equal(RefusalCode.SignInNotOpen, await RefusalOfAsync(stranger));
        Assert.Null(await stranger.WhoAsync());
        Assert.True((await browser.VerifyAsync(manager => manager.CompleteAsync(isPersistent: false, rememberClient: false))).Succeeded);
        Assert.Equal(Site.UserName, await browser.WhoAsync());
    }

    [Fact]
    public async Task The_app_that_is_asked_from_now_on_ends_the_other_sessions_and_so_does_another_device_of_it()
    {
        await using var site = await Site.StartProtectedAsync();
        using var other = await site.VerifiedAsync();
        using var owner = await site.VerifiedAsync();
        using var app = new App { Account = site.Account };
        var stamps = new List<string?> { (await site.ReadUserAsync()).SecurityStamp };
        await BindAsync(owner, app);
        stamps.Add((await site.ReadUserAsync()).SecurityStamp);
        await owner.AcceptAsync(user => user.ChangeChannelAsync(VerificationChannel.AppPush));
        stamps.Add((await site.ReadUserAsync()).SecurityStamp);
        using var second = new App { Account = site.Account };
        await BindAsync(owner, second);
        stamps.Add((await site.ReadUserAsync()).SecurityStamp);

        Assert.Equal(stamps[0], stamps[1]);
        Assert.Equal(4, stamps.Distinct().Count() + 1);
        site.Wait(Duration.FromHours(1));
        Assert.Null(await other.WhoAsync());
        Assert.Equal(Site.UserName, await owner.WhoAsync());
    }

    [Fact]
    public async Task Nobody_is_let_in_before_the_owner_said_yes_whatever_is_typed()
    {
        await using var site = await Site.StartProtectedAsync();
        using var app = new App { Account = site.Account };
        await EnableAppAsync(site, app);
        using var browser = site.Open();
        Assert.True((await browser.PasswordAsync()).RequiresTwoFactor);
        Assert.False((await browser.SignInAsync(manager => manager.TwoFactorAuthenticatorSignInAsync("123456", isPersistent: false, rememberClient: false))).Succeeded);
        Assert.False((await browser.CodeAsync(site.Messages.LastCode(Phones.First))).Succeeded);
        Assert.Null(await browser.WhoAsync());
    }

    private static async Task<RefusalCode> RefusalOfAsync(Browser browser) =>
        Assert.IsType<VerificationSignInResult>(await browser.VerifyAsync(manager => manager.CompleteAsync(isPersistent: false, rememberClient: false))).Refusal!.Code;

    internal static async Task EnableAppAsync(Site site, App app)
    {
        using var owner = await site.VerifiedAsync();
        await BindAsync(owner, app);
        await owner.AcceptAsync(user => user.ChangeChannelAsync(VerificationChannel.AppPush));
    }

    /// <summary>In the app, where its owner is signed in.</summary>
    private static async Task BindAsync(Browser owner, App app)
    {
        var token = await owner.DoAsync(async context => await context.RequestServices.GetRequiredService<IEnrolmentService>().ForUser(context).IssueDeviceTokenAsync());
        var bound = await owner.DoAsync(async context => await context.RequestServices.GetRequiredService<IDeviceService>().BindDeviceAsync(app.Binding(token.Text!)));
        Assert.Null(bound.Refusal);
        app.Device = bound.Device!;
    }
}
