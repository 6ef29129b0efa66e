using LoginVerification.Docs.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LoginVerification.AspNetCore.Tests;

/// <summary>The second step of a sign-in, in browsers with cookies; and the app that answers.</summary>
public sealed class SignInTests
{
    private const string Account = TestHost.Account;

    [Fact]
    public async Task Who_gave_the_password_signs_in_with_the_code_that_came_by_SMS()
    {
        using var host = new HttpHost();
        await EnableAsync(host);
        using var browser = await Browser.WithPasswordAsync(host);
        Assert.Equal("nobody", await browser.WhoAsync());

        var question = (await browser.PostAsync("/sign-in")).Yes()["question"]!;
        Assert.Equal(("Sms", "+97********78", "2026-11-22T12:10:00Z"), ((string)question["channel"]!, (string)question["phone"]!, (string)question["expiresAt"]!));
        Assert.Equal("askOperator", (string)question["withoutPhone"]![0]!["type"]!);
        (await browser.PostAsync("/sign-in/code")).No(429, "ResendTooSoon");
        host.Time.Advance(TimeSpan.FromSeconds(30));
        (await browser.PostAsync("/sign-in/code")).Yes();
        (await browser.PostAsync("/sign-in/answer", new { code = Wrong(host) })).No(422, "WrongCode");
        (await browser.PostAsync("/sign-in/answer")).No(422, "CodeMalformed");
        Assert.Equal("nobody", await browser.WhoAsync());

        Assert.Equal("Sms", (string)(await browser.PostAsync("/sign-in/answer", new { code = host.Phone.LastCode, rememberBrowser = true })).Yes()["method"]!);
        Assert.Equal(Account, await browser.WhoAsync());
        await browser.FetchAntiforgeryAsync();
        (await browser.PostAsync("/sign-in/answer", new { code = host.Phone.LastCode })).No(401, "NoSignInPending");
        (await browser.DeleteAsync("/channel")).Yes(); // both factors were given
    }

    [Fact]
    public async Task Who_has_no_verification_is_let_in_by_the_password()
    {
        using var host = new HttpHost();
        using var browser = await Browser.WithPasswordAsync(host);
        var started = (await browser.PostAsync("/sign-in")).Yes();
        Assert.True((bool)started["signedIn"]!);
        Assert.Null(started["question"]);
        Assert.Equal(Account, await browser.WhoAsync());
        // One factor was given, so that this session cannot turn off what is turned on in it.
        await browser.FetchAntiforgeryAsync();
        await EnrolmentTests.VerifyAsync(host, browser);
        (await browser.PutAsync("/channel", new { channel = "Sms" })).Yes();
        (await browser.DeleteAsync("/channel")).No(403, "SecondFactorRequired");
    }

    [Fact]
    public async Task The_app_fetches_the_prompt_and_the_owner_types_the_number_of_the_page()
    {
        using var host = new HttpHost();
        using var owner = await Browser.WithSessionAsync(host);
        using var app = await App.BoundAsync(host, owner, Account);
        (await owner.PutAsync("/channel", new { channel = "AppPush" })).Yes();
        Assert.Null((await app.PromptAsync()).Yes()["prompt"]);
        (await app.MoveAsync("https://push.example.com/abc")).Yes();
        Assert.True((bool)(await owner.GetAsync("/")).Yes()["devices"]![0]!["isWoken"]!);

        using var browser = await Browser.WithPasswordAsync(host);
        var question = (await browser.PostAsync("/sign-in")).Yes()["question"]!;
        var number = (string)question["numberToMatch"]!;
        Assert.Matches("^[0-9]{2}$", number);
        var unanswered = (await browser.PostAsync("/sign-in/answer")).No(429, "SignInUnanswered");
        Assert.Equal(1, (int)unanswered["retryAfterSeconds"]!);

        var prompt = (await app.PromptAsync()).Yes()["prompt"]!;
        Assert.Equal(("web", "127.0.0.1"), ((string)prompt["surface"]!, (string)prompt["place"]!));
        var challenge = (string)prompt["challenge"]!;
        (await app.AnswerAsync(challenge, "approve", number == "00" ? "01" : "00")).No(422, "WrongMatchingNumber");
        (await app.AnswerAsync(challenge, "approve", number)).Yes();

        Assert.Equal("AppPush", (string)(await browser.PostAsync("/sign-in/answer")).Yes()["method"]!);
        Assert.Equal(Account, await browser.WhoAsync());
    }

    [Fact]
    public async Task A_no_on_the_device_is_final()
    {
        using var host = new HttpHost();
        using var owner = await Browser.WithSessionAsync(host);
        using var app = await App.BoundAsync(host, owner, Account);
        (await owner.PutAsync("/channel", new { channel = "AppPush" })).Yes();
        using var browser = await Browser.WithPasswordAsync(host);
        var number = (string)(await browser.PostAsync("/sign-in")).Yes()["question"]!["numberToMatch"]!;
        var challenge = (string)(await app.PromptAsync()).Yes()["prompt"]!["challenge"]!;
        (await app.AnswerAsync(challenge, "deny", "")).Yes();
        (await app.AnswerAsync(challenge, "approve", number)).No(422, "SignInDenied");
        Assert.Equal("SignInDenied", (await browser.PostAsync("/sign-in/answer")).Code);
        Assert.Equal("nobody", await browser.WhoAsync());
    }

    [Fact]
    public async Task A_backup_code_lets_in_once()
    {
        using var host = new HttpHost();
        using var owner = await EnableAsync(host);
        var codes = (await owner.PostAsync("/backup-codes")).Yes()["codes"]!.AsArray().Select(code => (string)code!).ToList();
        using var browser = await Browser.WithPasswordAsync(host);
        (await browser.PostAsync("/sign-in/backup-code", new { code = "0000-0000-0000-0000" })).No(422, "WrongCode");
        var let = (await browser.PostAsync("/sign-in/backup-code", new { code = codes[0], rememberBrowser = false })).Yes();
        Assert.Equal(("BackupCode", 9), ((string)let["method"]!, (int)let["backupCodesLeft"]!));
        Assert.Equal(Account, await browser.WhoAsync());

        using var other = await Browser.WithPasswordAsync(host);
        (await other.PostAsync("/sign-in/backup-code", new { code = codes[0] })).No(422, "WrongCode");
    }

    [Fact]
    public async Task Who_gave_no_password_is_told_so_by_every_call()
    {
        using var host = new HttpHost();
        using var browser = new Browser(host);
        await browser.FetchAntiforgeryAsync();
        (await browser.PostAsync("/sign-in")).No(401, "NoSignInPending");
        (await browser.PostAsync("/sign-in/code")).No(401, "NoSignInPending");
        (await browser.PostAsync("/sign-in/answer", new { code = "123456" })).No(401, "NoSignInPending");
        (await browser.PostAsync("/sign-in/backup-code", new { code = "123456" })).No(401, "NoSignInPending");
    }

    [Fact]
    public async Task An_account_whose_data_cannot_be_read_lets_nobody_in()
    {
        using var host = new HttpHost(new HostSettings { Services = services => services.Replace(ServiceDescriptor.Singleton<Ports.IEnrolmentStore, BrokenStore>()) });
        using var browser = await Browser.WithPasswordAsync(host);
        (await browser.PostAsync("/sign-in")).No(503, "EnrolmentUnreadable");
        Assert.Equal("nobody", await browser.WhoAsync());
    }

    [Fact]
    public async Task A_device_of_another_account_learns_and_answers_nothing()
    {
        using var host = new HttpHost();
        using var owner = await Browser.WithSessionAsync(host);
        using var app = await App.BoundAsync(host, owner, Account);
        (await owner.PutAsync("/channel", new { channel = "AppPush" })).Yes();
        using var neighbour = await Browser.WithSessionAsync(host, "account-2");
        using var stranger = await App.BoundAsync(host, neighbour, "account-2");
        using var browser = await Browser.WithPasswordAsync(host);
        var number = (string)(await browser.PostAsync("/sign-in")).Yes()["question"]!["numberToMatch"]!;
        var challenge = (string)(await app.PromptAsync()).Yes()["prompt"]!["challenge"]!;

        Assert.Null((await stranger.PromptAsync()).Yes()["prompt"]);
        (await stranger.AnswerAsync(challenge, "approve", number)).No(422, "SignInNotOpen");
        Assert.Equal("SignInUnanswered", (await browser.PostAsync("/sign-in/answer")).Code);
    }

    [Fact]
    public async Task An_account_may_have_any_name()
    {
        const string Odd = "a b+c%d&é?#=…漢";
        using var host = new HttpHost();
        using var owner = Browser.SignedIn(host, Odd);
        using var app = await App.BoundAsync(host, owner, Odd);
        Assert.Null((await app.PromptAsync()).Yes()["prompt"]);
        (await app.MoveAsync(null)).Yes();
    }

    /// <summary>The account's log-in is protected by SMS.</summary>
    internal static async Task<Browser> EnableAsync(HttpHost host)
    {
        var owner = await Browser.WithSessionAsync(host);
        await EnrolmentTests.VerifyAsync(host, owner);
        (await owner.PutAsync("/channel", new { channel = "Sms" })).Yes();
        return owner;
    }

    private static string Wrong(HttpHost host) => host.Phone.LastCode == "123456" ? "654321" : "123456";
}
