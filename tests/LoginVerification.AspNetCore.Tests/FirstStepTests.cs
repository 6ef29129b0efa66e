using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.AspNetCore.Tests;

/// <summary>That the password was right counts for a quarter of an hour from when it was given, and for a minute where it suffices alone.</summary>
public sealed class FirstStepTests
{
    [Fact]
    public async Task Neither_who_polls_nor_who_is_asked_anew_prolongs_it()
    {
        using var host = new HttpHost();
        await SignInTests.EnableAsync(host);
        using var browser = await Browser.WithPasswordAsync(host);
        var first = (string)(await browser.PostAsync("/sign-in")).Yes()["question"]!["expiresAt"]!;
        for (var minute = 1; minute <= 13; minute++)
        {
            host.Time.Advance(TimeSpan.FromMinutes(1));
            Assert.NotEqual("NoSignInPending", (await browser.PostAsync("/sign-in/answer")).Code);
        }

        Assert.NotEqual(first, (string)(await browser.PostAsync("/sign-in")).Yes()["question"]!["expiresAt"]!);
        host.Time.Advance(TimeSpan.FromSeconds(119));
        (await browser.PostAsync("/sign-in/code")).Yes();
        host.Time.Advance(TimeSpan.FromSeconds(1));
        (await browser.PostAsync("/sign-in")).No(401, "NoSignInPending");
        (await browser.PostAsync("/sign-in/answer", new { code = host.Phone.LastCode })).No(401, "NoSignInPending");
        Assert.Equal("nobody", await browser.WhoAsync());

        // Who gives the password again begins it again.
        await browser.PostHostAsync("/test/password?account=account-1");
        (await browser.PostAsync("/sign-in/answer", new { code = host.Phone.LastCode })).No(422, "SignInNotOpen");
    }

    [Fact]
    public async Task Who_waited_while_verification_was_turned_off_gives_the_password_again()
    {
        using var host = new HttpHost();
        using var owner = await SignInTests.EnableAsync(host);
        using var thief = await Browser.WithPasswordAsync(host);
        (await thief.PostAsync("/sign-in")).Yes();
        host.Time.Advance(TimeSpan.FromMinutes(1));
        (await owner.DeleteAsync("/channel")).Yes();
        (await thief.PostAsync("/sign-in")).No(401, "NoSignInPending");
        Assert.Equal("nobody", await thief.WhoAsync());
        (await thief.PostAsync("/sign-in")).No(401, "NoSignInPending");
    }

    [Fact]
    public async Task The_password_suffices_alone_for_a_minute_also_in_a_copy_of_its_cookie()
    {
        using var host = new HttpHost();
        using var browser = await Browser.WithPasswordAsync(host);
        using var copy = browser.Copy();
        host.Time.Advance(TimeSpan.FromSeconds(59));
        Assert.True((bool)(await browser.PostAsync("/sign-in")).Yes()["signedIn"]!);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        (await copy.PostAsync("/sign-in")).No(401, "NoSignInPending");
        Assert.Equal("nobody", await copy.WhoAsync());
    }

    [Fact]
    public async Task A_copy_of_the_cookie_is_worth_the_password_and_no_more_after_its_browser_was_let_in()
    {
        using var host = new HttpHost();
        await SignInTests.EnableAsync(host);
        using var browser = await Browser.WithPasswordAsync(host);
        (await browser.PostAsync("/sign-in")).Yes();
        using var copy = browser.Copy();
        var code = host.Phone.LastCode;
        (await browser.PostAsync("/sign-in/answer", new { code })).Yes();
        (await copy.PostAsync("/sign-in/answer", new { code })).No(422, "SignInNotOpen");

        host.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.NotNull((await copy.PostAsync("/sign-in")).Yes()["question"]);
        Assert.Equal("nobody", await copy.WhoAsync());
        host.Time.Advance(TimeSpan.FromMinutes(13));
        (await copy.PostAsync("/sign-in")).No(401, "NoSignInPending");
    }

    [Fact]
    public void Who_did_not_say_how_a_session_begins_is_told_at_the_start()
    {
        using var application = Application();
        Assert.Contains("LoginVerificationHttpOptions.LetIn", Assert.Throws<InvalidOperationException>(() => application.MapLoginVerification("/x")).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => application.MapLoginVerification("/x", routes => (routes.BeginSignIn, routes.ResendSignIn, routes.AnswerSignIn) = (null, null, null)));
    }

    [Fact]
    public void Who_maps_no_sign_in_or_keeps_who_waits_elsewhere_need_not_say_it()
    {
        using var without = Application();
        without.MapLoginVerification("/x", routes => (routes.BeginSignIn, routes.ResendSignIn, routes.AnswerSignIn, routes.UseBackupCode) = (null, null, null, null));
        using var elsewhere = Application(services => services.AddScoped<ISecondFactorSession, OwnSession>());
        elsewhere.MapLoginVerification("/x");
    }

    private static WebApplication Application(Action<IServiceCollection>? services = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddLoginVerification(_ => { }).UseAspNetCore();
        services?.Invoke(builder.Services);
        return builder.Build();
    }

    private sealed class OwnSession : ISecondFactorSession
    {
        public ValueTask<PendingSignIn?> ReadAsync(Microsoft.AspNetCore.Http.HttpContext context) => throw new NotSupportedException();

        public ValueTask KeepAsync(Microsoft.AspNetCore.Http.HttpContext context, PendingSignIn pending) => throw new NotSupportedException();

        public ValueTask<bool> LetInAsync(Microsoft.AspNetCore.Http.HttpContext context, PendingSignIn pending, SignInAnswer.Approved? answer, bool remembersBrowser) => throw new NotSupportedException();
    }
}
