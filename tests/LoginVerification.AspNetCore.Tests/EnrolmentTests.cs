using System.Globalization;
using LoginVerification.Docs.Tests;
using LoginVerification.Policies;
using LoginVerification.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.AspNetCore.Tests;

/// <summary>The owner's calls, in a browser with a session in a cookie.</summary>
public sealed class EnrolmentTests
{
    private const string Israeli = TestHost.Israeli;

    /// <summary>A paid account may submit numbers of any country, others of one; so is whoever the host does not know.</summary>
    [Theory]
    [InlineData("yes", true)]
    [InlineData("no", false)]
    [InlineData("maybe", false)]
    [InlineData(null, false)]
    public async Task The_countries_of_a_status_are_those_that_the_account_can_use(string? paid, bool france)
    {
        var policy = EnrolmentPolicy.Create(ShippedPolicies.Consistent.Document with
        {
            AccountAttributes = [new AccountAttribute { Name = "paid", Values = ["yes", "no"] }],
            Rules = [new GatingRule { Name = "one-country-for-free", Actions = [EnrolmentAction.SubmitPhone], When = RuleCondition.ForAccounts("paid", "no"), Countries = Selection.Only(CountryCode.Parse("IL")) }],
        });
        using var host = new HttpHost(new HostSettings { Policy = policy, Services = services => services.AddSingleton<IAccountAttributes>(new Stated(paid)) });
        using var owner = await Browser.WithSessionAsync(host);

        var countries = (await owner.GetAsync("/")).Yes()["countries"]!.AsArray().Select(country => (string)country!).ToList();
        var submitted = await owner.PutAsync("/phone", new { number = "+33612345678" });

        Assert.Equal((true, france), (countries.Contains("IL"), countries.Contains("FR")));
        if (france)
            submitted.Yes(202);
        else
            submitted.No(422, "CountryNotServed");
    }

    /// <summary>What a host says of every account.</summary>
    private sealed class Stated(string? paid) : IAccountAttributes
    {
        public ValueTask<IReadOnlyDictionary<string, string>> ReadAsync(AccountId account, CancellationToken cancellationToken) =>
            new(paid is null ? [] : new Dictionary<string, string> { ["paid"] = paid });
    }

    [Fact]
    public async Task An_owner_enrols_from_nothing_to_protection_and_back()
    {
        using var host = new HttpHost();
        using var owner = await Browser.WithSessionAsync(host);
        var status = (await owner.GetAsync("/")).Yes();
        Assert.Equal("NoPhone", (string)status["state"]!);
        Assert.Contains("IL", status["countries"]!.AsArray().Select(country => (string)country!));
        Assert.Contains(status["actions"]!.AsArray(), action => (string)action!["choice"]!["action"]! == "SubmitPhone" && (bool)action["allowed"]!);

        var submitted = (await owner.PutAsync("/phone", new { number = "050-234-5678", country = "IL" })).Yes(202);
        Assert.Equal(("PhonePending", "Sent", false), ((string)submitted["state"]!, (string)submitted["codeDelivery"]!, (bool)submitted["replayed"]!));
        host.Time.Advance(TimeSpan.FromSeconds(30));
        (await owner.PostAsync("/phone/code")).Yes(202);
        Assert.Equal("PhoneVerified", (await owner.PostAsync("/phone/confirmation", new { code = host.Phone.LastCode })).Yes()["state"]!.ToString());
        Assert.Equal("VerificationEnabled", (await owner.PutAsync("/channel", new { channel = "Sms" })).Yes()["state"]!.ToString());
        (await owner.PutAsync("/channel", new { channel = "Sms" })).No(422, "ChannelAlreadyActive");
        (await owner.DeleteAsync("/phone")).No(422, "PhoneProtectsLogin");

        status = (await owner.GetAsync("/")).Yes();
        Assert.Equal(("+97********78", "Sms"), ((string)status["phone"]!, (string)status["activeChannel"]!));
        Assert.Null(status.AsObject()["unansweredPorts"]);

        Assert.Equal("PhoneVerified", (await owner.DeleteAsync("/channel")).Yes()["state"]!.ToString());
        (await owner.PutAsync("/phone", new { number = "+447400123456" })).Yes(202);
        Assert.Equal("PhoneVerified", (await owner.DeleteAsync("/phone/pending")).Yes()["state"]!.ToString());
        Assert.Equal("NoPhone", (await owner.DeleteAsync("/phone")).Yes()["state"]!.ToString());
    }

    [Fact]
    public async Task A_notice_that_reached_nobody_is_shown_until_it_was_seen()
    {
        using var host = new HttpHost(new HostSettings { Services = services => services.AddLoginVerification(_ => { }).UseNotifier(new RecordingOwner { Receipt = NoticeReceipt.NoIndependentAddress }) });
        using var owner = await Browser.WithSessionAsync(host);
        await VerifyAsync(host, owner);
        await host.DispatchAsync();
        var notice = Assert.Single((await owner.GetAsync("/")).Yes()["inAppNotices"]!.AsArray())!;
        Assert.Equal("PhoneVerified", (string)notice["kind"]!);

        (await owner.PostAsync("/notices/acknowledgement", new { upTo = (string)notice["at"]! })).Yes();
        Assert.Empty((await owner.GetAsync("/")).Yes()["inAppNotices"]!.AsArray());
        (await owner.PostAsync("/notices/acknowledgement")).No(422, "NothingToAcknowledge");
    }

    [Fact]
    public async Task Backup_codes_are_shown_once_and_no_cache_keeps_them()
    {
        using var host = new HttpHost();
        using var owner = await Browser.WithSessionAsync(host);
        await VerifyAsync(host, owner);
        (await owner.PostAsync("/backup-codes")).No(422, "NotEnabled");
        (await owner.PutAsync("/channel", new { channel = "Sms" })).Yes();

        var issued = await owner.PostAsync("/backup-codes", key: "codes-1");
        Assert.Equal(10, issued.Yes()["codes"]!.AsArray().Select(code => (string)code!).Distinct().Count());
        Assert.Equal("no-store", issued.Headers["Cache-Control"]);
        var again = await owner.PostAsync("/backup-codes", key: "codes-1");
        Assert.Empty(again.Yes()["codes"]!.AsArray());
        Assert.True((bool)again.Body!["replayed"]!);
        Assert.Equal(10, (int)(await owner.GetAsync("/")).Yes()["backupCodesLeft"]!);
    }

    [Fact]
    public async Task The_password_alone_turns_no_protection_off()
    {
        using var host = new HttpHost();
        using var owner = await Browser.WithSessionAsync(host);
        await VerifyAsync(host, owner);
        (await owner.PutAsync("/channel", new { channel = "Sms" })).Yes();

        using var stranger = await Browser.WithSessionAsync(host, mfa: false);
        var no = (await stranger.DeleteAsync("/channel")).No(403, "SecondFactorRequired");
        Assert.True((bool)no["waysOut"]![0]!["withSecondFactor"]!);
        host.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("reauthenticate", (string)(await owner.DeleteAsync("/channel")).No(403, "ReauthenticationRequired")["waysOut"]![0]!["type"]!);
    }

    [Fact]
    public async Task A_wait_is_told_in_whole_seconds_and_not_cut()
    {
        using var host = new HttpHost();
        using var owner = await Browser.WithSessionAsync(host);
        (await owner.PutAsync("/phone", new { number = Israeli })).Yes(202);
        host.Time.Advance(TimeSpan.FromSeconds(28.5));
        var early = await owner.PostAsync("/phone/code");
        Assert.Equal(2, (int)early.No(429, "ResendTooSoon")["retryAfterSeconds"]!);
        Assert.Equal("2", early.Headers["Retry-After"]);
        Assert.Equal("2026-11-22T12:00:30Z", (string)early.Body!["retryAt"]!);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("key-1", true)]
    public async Task A_channel_is_set_by_the_command_that_applies_and_only_a_key_asks_the_other_one_first(string? key, bool asked)
    {
        using var host = new HttpHost();
        using var owner = Browser.SignedIn(host);
        using var app = await App.BoundAsync(host, owner, TestHost.Account);
        (await owner.PutAsync("/channel", new { channel = "Sms" }, key)).Yes();
        (await owner.PutAsync("/channel", new { channel = "AppPush" }, key is null ? null : "key-2")).Yes();
        bool Refused(string command, string code) => host.Log.Entries.Any(entry => entry.Text.StartsWith($"{command}, given by User on web: refused ({code})", StringComparison.Ordinal));
        Assert.Equal((asked, asked), (Refused("ChangeChannel", "NotEnabled"), Refused("EnableVerification", "AlreadyEnabled")));
    }

    [Fact]
    public async Task Two_accounts_do_not_see_each_other()
    {
        using var host = new HttpHost();
        using var first = await Browser.WithSessionAsync(host, "account-1");
        using var second = await Browser.WithSessionAsync(host, "account-2");
        using var device = await App.BoundAsync(host, first, "account-1");
        var id = device.Id;

        var status = (await second.GetAsync("/")).Yes();
        Assert.Equal(("NoPhone", 0), ((string)status["state"]!, status["devices"]!.AsArray().Count));
        Assert.Empty((await second.GetAsync("/history")).Yes()["events"]!.AsArray());
        (await second.DeleteAsync($"/devices/{id}")).No(422, "DeviceUnknown");
        (await second.PutAsync($"/devices/{id}", new { name = "mine" })).No(422, "DeviceUnknown");
        (await second.PostAsync("/phone/confirmation", new { code = host.Phone.LastCode })).No(422, "NoPendingPhone");
        Assert.Equal("My phone", (string)(await first.GetAsync("/")).Yes()["devices"]![0]!["name"]!);
        (await first.PutAsync($"/devices/{id}", new { name = "Mine" })).Yes();
        Assert.Equal("Mine", (string)(await first.GetAsync("/")).Yes()["devices"]![0]!["name"]!);
        (await first.DeleteAsync($"/devices/{id}")).Yes();
        Assert.Empty((await first.GetAsync("/")).Yes()["devices"]!.AsArray());
    }

    [Fact]
    public async Task The_history_is_masked_and_comes_in_pages()
    {
        using var host = new HttpHost();
        using var owner = await Browser.WithSessionAsync(host);
        using var device = await App.BoundAsync(host, owner, TestHost.Account);
        (await owner.PutAsync("/channel", new { channel = "AppPush" })).Yes();
        (await owner.PostAsync("/backup-codes", key: "a-key")).Yes();
        using var browser = await Browser.WithPasswordAsync(host);
        (await browser.PostAsync("/sign-in")).Yes();
        var challenge = (await host.Services.GetRequiredService<IEnrolmentStore>().LoadAsync(AccountId.Parse(TestHost.Account), default))!.SignIn!.Challenge;

        var history = await owner.GetAsync("/history");
        var events = history.Yes()["events"]!.AsArray();
        Assert.Equal(
            ["PhoneSubmitted", "CodeMatched", "DeviceBound", "ChannelEnabled", "BackupCodesIssued", "RequestHandled", "SignInBegun"],
            events.Select(happened => (string)happened!["kind"]!));
        Assert.Equal(Enumerable.Range(1, events.Count), events.Select(happened => (int)happened!["version"]!));
        Assert.Equal("+97********78", (string)events[0]!["phone"]!);
        Assert.Equal(device.Id, (string)events[2]!["device"]!);
        Assert.Equal(["User", "User", "Device", "User", "User", "User", "SignIn"], events.Select(happened => (string)happened!["by"]!));
        Assert.Null(history.Body!["next"]);
        foreach (var secret in new[] { "502345678", challenge.Id.Value, challenge.Nonce.Hex, "\"test\"", "a-key", host.Phone.LastCode })
            Assert.DoesNotContain(secret, history.Text, StringComparison.Ordinal);

        Assert.Equal(7, (int)(await owner.GetAsync("/history?from=7")).Yes()["events"]![0]!["version"]!);
        Assert.Empty((await owner.GetAsync("/history?from=1000000")).Yes()["events"]!.AsArray());
        foreach (var wrong in new[] { "0", "-1", "1.5", "x", "", "99999999999999999999", "1&from=2", "%0d%0aX: y" })
            (await owner.GetAsync($"/history?from={wrong}")).No(400, "QueryInvalid");
    }

    [Fact]
    public async Task A_long_history_says_where_its_next_page_begins()
    {
        using var host = new HttpHost();
        using var owner = await Browser.WithSessionAsync(host);
        await VerifyAsync(host, owner);
        for (var i = 0; i < 10; i++)
        {
            (await owner.PutAsync("/channel", new { channel = "Sms" })).Yes();
            (await owner.DeleteAsync("/channel")).Yes();
        }

        for (var i = 0; i < 50; i++)
        {
            using var fresh = await Browser.WithSessionAsync(host);
            (await fresh.PutAsync("/phone", new { number = "+447400123456" })).Yes(202);
            (await fresh.DeleteAsync("/phone/pending")).Yes();
            host.Time.Advance(TimeSpan.FromDays(1));
        }

        using var reader = await Browser.WithSessionAsync(host);
        var seen = 0;
        for (long? next = 1; next is not null;)
        {
            var page = (await reader.GetAsync($"/history?from={next.Value.ToString(CultureInfo.InvariantCulture)}")).Yes();
            Assert.Equal(next, (long)page["events"]![0]!["version"]!);
            seen += page["events"]!.AsArray().Count;
            next = (long?)page["next"];
        }

        Assert.Equal(122, seen);
    }

    internal static async Task VerifyAsync(HttpHost host, Browser owner)
    {
        (await owner.PutAsync("/phone", new { number = Israeli })).Yes(202);
        (await owner.PostAsync("/phone/confirmation", new { code = host.Phone.LastCode })).Yes();
    }
}
