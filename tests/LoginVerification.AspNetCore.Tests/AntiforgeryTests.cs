using LoginVerification.Docs.Tests;
using LoginVerification.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.AspNetCore.Tests;

/// <summary>Who may ask: a session, and in a browser a page of the host's own.</summary>
public sealed class AntiforgeryTests
{
    [Fact]
    public async Task Another_site_that_makes_a_browser_ask_changes_nothing()
    {
        using var host = new HttpHost();
        using var owner = await SignInTests.EnableAsync(host);
        // The browser's cookies go along; the token, which the site cannot read, does not.
        foreach (var call in AllCalls.All.Where(call => call.NeedsAntiforgery && call.Role is CallRole.Owner))
            (await SendAsync(owner, call, null)).No(400, "AntiforgeryInvalid");
        using var browser = await Browser.WithPasswordAsync(host);
        foreach (var call in AllCalls.All.Where(call => call.NeedsAntiforgery && call.Role is CallRole.SignIn))
            (await SendAsync(browser, call, null)).No(400, "AntiforgeryInvalid");
        Assert.Equal("VerificationEnabled", (await owner.GetAsync("/")).State);
        Assert.Single(host.Phone.Messages);
    }

    [Fact]
    public async Task A_token_is_given_without_a_warning_and_no_cache_keeps_it()
    {
        using var host = new HttpHost();
        using var browser = new Browser(host);
        Assert.Equal("no-store", (await browser.GetAsync("/antiforgery")).Headers["Cache-Control"]);
        Assert.DoesNotContain(host.Log.Entries, entry => entry.Level >= Microsoft.Extensions.Logging.LogLevel.Warning && entry.Text.Contains("Cache-Control", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_of_somebody_else_is_none()
    {
        using var host = new HttpHost();
        using var owner = await Browser.WithSessionAsync(host);
        using var stranger = await Browser.WithSessionAsync(host, "account-2");
        var token = (string)(await stranger.GetAsync("/antiforgery")).Yes()["token"]!;
        foreach (var wrong in new[] { token, "CfDJ8", "" })
            (await SendAsync(owner, AllCalls.All[1], wrong)).No(400, "AntiforgeryInvalid");
    }

    [Fact]
    public async Task A_form_with_the_token_in_it_is_no_call()
    {
        using var host = new HttpHost();
        using var owner = await Browser.WithSessionAsync(host);
        var token = (string)(await owner.GetAsync("/antiforgery")).Yes()["token"]!;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("number", TestHost.Israeli)]);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{owner.Prefix}/phone") { Content = form };
        using var response = await owner.Client.SendAsync(request);
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains("AntiforgeryInvalid", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Basic YTpi", false)]
    [InlineData("Bearer", false)]
    [InlineData("Bearerx", false)]
    [InlineData("Bearer x", true)]
    [InlineData("DPoP x", true)]
    public async Task A_header_that_another_site_cannot_write_takes_the_place_of_the_token(string authorization, bool passes)
    {
        using var host = new HttpHost();
        using var browser = await Browser.WithPasswordAsync(host);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{browser.Prefix}/sign-in");
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var response = await browser.Client.SendAsync(request);
        Assert.Equal(passes ? 200 : 400, (int)response.StatusCode);
    }

    [Fact]
    public async Task Nobody_gets_at_an_enrolment_without_a_session()
    {
        using var host = new HttpHost();
        using var nobody = new Browser(host);
        await nobody.FetchAntiforgeryAsync();
        using var forged = new Browser(host, bearer: "x");
        foreach (var call in AllCalls.All.Where(call => call.Role is CallRole.Owner))
        {
            Assert.Equal(401, (await nobody.SendAsync(new HttpMethod(call.Method), PathOf(call))).Number);
            Assert.Equal(401, (await forged.SendAsync(new HttpMethod(call.Method), PathOf(call))).Number);
        }
    }

    [Fact]
    public async Task A_session_without_an_account_is_told_so()
    {
        using var host = new HttpHost();
        using var odd = Browser.SignedIn(host, new string('a', AccountId.MaxLength + 1));
        foreach (var call in AllCalls.All.Where(call => call.Role is CallRole.Owner))
            (await odd.SendAsync(new HttpMethod(call.Method), PathOf(call))).No(401, "NotAuthenticated");
    }

    [Fact]
    public async Task A_header_or_a_query_chooses_neither_surface_nor_account()
    {
        using var host = new HttpHost(new HostSettings { Policy = Policies.ShippedPolicies.Twitter2014 });
        using var owner = Browser.SignedIn(host);
        foreach (var name in new[] { "Surface", "X-Surface", "X-Account", "X-User", "X-Forwarded-User", "X-HTTP-Method-Override" })
            owner.Client.DefaultRequestHeaders.Add(name, name.Contains("Surface", StringComparison.Ordinal) ? "mobileWeb" : "account-2");
        (await owner.PutAsync("/phone?surface=mobileWeb&account=account-2", new { number = TestHost.Israeli })).No(422, "CountryNotServed");
        using var mobile = Browser.SignedIn(host, surface: "mobileWeb");
        (await mobile.PutAsync("/phone", new { number = TestHost.Israeli })).Yes(202);
        Assert.DoesNotContain("IL", (await owner.GetAsync("/")).Yes()["countries"]!.AsArray().Select(country => (string)country!));
        Assert.Equal(TestHost.Account, Assert.Single(await host.Services.GetRequiredService<IEnrolmentService>().FindAccountsAsync(TestHost.Israeli)).Value);
    }

    private static string PathOf(Call call) =>
        call.Pattern(new LoginVerificationRoutes())!.Replace("{id}", new string('0', 32), StringComparison.Ordinal).Replace("{account}", TestHost.Account, StringComparison.Ordinal);

    private static async Task<Answer> SendAsync(Browser browser, Call call, string? token)
    {
        using var request = new HttpRequestMessage(new HttpMethod(call.Method), $"{browser.Prefix}{PathOf(call)}");
        if (token is not null)
            request.Headers.TryAddWithoutValidation("RequestVerificationToken", token);
        using var response = await browser.Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Answer(response.StatusCode, text.Length == 0 ? null : System.Text.Json.Nodes.JsonNode.Parse(text), new Dictionary<string, string>(), text);
    }
}
