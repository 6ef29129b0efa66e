using LoginVerification.Docs.Tests;
using LoginVerification.Policies;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoginVerification.AspNetCore.Tests;

/// <summary>What a host chooses.</summary>
public sealed class MappingTests
{
    [Fact]
    public void Who_forgot_to_register_is_told_what_to_write()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddLoginVerification(_ => { });
        using var application = builder.Build();
        Assert.Contains("UseAspNetCore()", Assert.Throws<InvalidOperationException>(() => application.MapLoginVerification("/x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_for_exploration_alone_does_not_start()
    {
        var policy = EnrolmentPolicy.Create(ShippedPolicies.Consistent.Document with { Research = true, Code = new CodeRules { Digits = 4 } });

        var wrong = Assert.Throws<OptionsValidationException>(() => new HttpHost(new HostSettings { Policy = policy }));

        Assert.Contains("\"research\": true", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_keeps_its_parameter()
    {
        var wrong = Assert.Throws<InvalidOperationException>(() => new HttpHost(new HostSettings { Routes = routes => routes.RenameDevice = "/devices/name" }));
        Assert.Contains("{id}", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Antiforgery_needs_its_header()
    {
        var wrong = Assert.Throws<InvalidOperationException>(() => new HttpHost(new HostSettings { Services = services => services.AddAntiforgery(o => o.HeaderName = null) }));
        Assert.Contains("AntiforgeryOptions.HeaderName", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_is_renamed_left_out_or_replaced()
    {
        using var host = new HttpHost(new HostSettings
        {
            Routes = routes => (routes.SubmitPhone, routes.History, routes.Disable) = ("/number", null, null),
            Middleware = application => application.MapDelete($"{HttpHost.Prefix}/channel", () => "the host's own"),
        });
        using var owner = Browser.SignedIn(host);
        (await owner.PutAsync("/number", new { number = TestHost.Israeli })).Yes(202);
        Assert.Equal(405, (await owner.PutAsync("/phone", new { number = TestHost.Israeli })).Number);
        Assert.Equal(404, (await owner.GetAsync("/history")).Number);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = host.Address };
        using var own = await client.DeleteAsync($"{HttpHost.Prefix}/channel");
        Assert.Equal("the host's own", await own.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_host_s_own_JSON_settings_change_nothing()
    {
        using var host = new HttpHost(new HostSettings
        {
            Services = services => services.ConfigureHttpJsonOptions(o =>
            {
                o.SerializerOptions.PropertyNamingPolicy = System.Text.Json.JsonNamingPolicy.SnakeCaseUpper;
                o.SerializerOptions.PropertyNameCaseInsensitive = true;
                o.SerializerOptions.AllowTrailingCommas = true;
            }),
        });
        using var owner = Browser.SignedIn(host);
        Assert.Equal("NoPhone", (await owner.GetAsync("/")).State);
        (await owner.SendTextAsync(HttpMethod.Put, "/phone", "{\"NUMBER\":\"+972502345678\"}")).No(400, "BodyInvalid");
    }

    [Fact]
    public async Task A_limit_holds_where_the_host_applies_it_and_each_account_has_its_own()
    {
        using var host = new HttpHost(Limited(endpoints => endpoints.Enrolment.RequireRateLimiting(LoginVerificationRateLimits.Enrolment)));
        using var owner = Browser.SignedIn(host);
        using var neighbour = Browser.SignedIn(host, "account-2");
        var passed = 0;
        Answer answer;
        while ((answer = await owner.PostAsync("/phone/code")).Number == 422)
            passed++;

        Assert.InRange(passed, 60, 90); // some come back while it counts
        answer.No(429, "TooManyRequests");
        Assert.InRange(int.Parse(answer.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
        (await neighbour.PostAsync("/phone/code")).No(422, "NoPendingPhone");
        using var browser = await Browser.WithPasswordAsync(host);
        (await browser.PostAsync("/sign-in")).Yes();
    }

    [Fact]
    public async Task Who_signs_in_and_the_app_are_limited_by_their_address()
    {
        using var host = new HttpHost(Limited(endpoints =>
        {
            endpoints.SignIn.RequireRateLimiting(LoginVerificationRateLimits.SignIn);
            endpoints.App.RequireRateLimiting(LoginVerificationRateLimits.App);
        }));
        using var browser = new Browser(host);
        var requests = 0;
        while ((await browser.GetAsync("/antiforgery")).Number == 200)
            requests++;

        Assert.InRange(requests, 600, 1500);
        // Each policy counts for itself.
        (await browser.SendTextAsync(HttpMethod.Post, "/app/devices", "{}")).No(400, "BodyInvalid");
    }

    [Fact]
    public async Task Nothing_is_limited_unasked()
    {
        using var host = new HttpHost(Limited(_ => { }));
        using var owner = Browser.SignedIn(host);
        for (var i = 0; i < 100; i++)
            (await owner.PostAsync("/phone/code")).No(422, "NoPendingPhone");
    }

    [Fact]
    public async Task Nothing_that_proves_anything_is_logged()
    {
        using var host = new HttpHost();
        using var owner = await Browser.WithSessionAsync(host);
        using var device = await App.BoundAsync(host, owner, TestHost.Account);
        (await owner.PutAsync("/channel", new { channel = "Sms" })).Yes();
        var codes = (await owner.PostAsync("/backup-codes")).Yes()["codes"]!.AsArray().Select(code => (string)code!).ToList();
        var token = await App.TokenAsync(owner);
        using var browser = await Browser.WithPasswordAsync(host);
        (await browser.PostAsync("/sign-in")).Yes();
        (await browser.PostAsync("/sign-in/answer", new { code = host.Phone.LastCode })).Yes();
        await owner.SendTextAsync(HttpMethod.Put, "/phone", "{\"number\":\"+447400123456\",\"code\":1}");

        var challenge = (await host.Services.GetRequiredService<Ports.IEnrolmentStore>().LoadAsync(AccountId.Parse(TestHost.Account), default))!.SignIn!.Challenge.Id.Value;
        var log = string.Join('\n', host.Log.Entries.Select(entry => entry.Text));
        Assert.Contains("/sign-in/answer", log, StringComparison.Ordinal); // it is read at its most talkative
        string[] secrets = ["502345678", "7400123456", token, challenge, .. codes, .. host.Phone.Messages.Select(RecordingPhone.CodeIn)];
        foreach (var secret in secrets)
            Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
    }

    private static HostSettings Limited(Action<LoginVerificationEndpoints> endpoints) => new()
    {
        Services = services => services.AddRateLimiter(o => o.AddLoginVerification()),
        Middleware = application => application.UseRateLimiter(),
        Endpoints = endpoints,
    };
}
