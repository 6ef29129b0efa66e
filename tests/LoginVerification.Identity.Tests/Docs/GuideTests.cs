using System.Net.Http.Json;
using System.Text.Json;
using LoginVerification.Sample.Tests.Support;
using NodaTime;
using NodaTime.Text;

namespace LoginVerification.Identity.Tests.Docs;

/// <summary>The guide of <c>docs/identity.md</c>, which goes on from that of <c>docs/embedding.md</c>, leads where it says: to a site where people sign in by SMS and with an app.</summary>
public sealed class GuideTests
{
    private const string Pages = "/account/login-verification";

    [Fact]
    public async Task The_steps_of_the_page_make_a_site_where_people_sign_in_by_SMS_and_with_an_app()
    {
        await using var shop = await Shop.StartAsync(new Guide("docs/embedding.md"), new Guide("docs/identity.md"));
        using var browser = new Visitor(shop.Address);
        await browser.RegisterAtIdentityAsync();
        await browser.LogInAtIdentityAsync();
        await browser.OpenAsync(Pages);
        Assert.Equal("NoPhone", StateOf(browser));
        await browser.PostAsync("form[data-action=SubmitPhone]", ("number", "+447700900101"));
        await browser.PostAsync("form[data-action=ConfirmCode]", ("code", await shop.NextCodeAsync()));
        Assert.Equal("PhoneVerified", StateOf(browser));
        await browser.PostAsync("form[data-action=EnableVerification]", ("channel", "Sms"));
        Assert.Equal("VerificationEnabled", StateOf(browser));

        // By SMS: in another browser, the password alone is not enough.
        using var again = new Visitor(shop.Address) { Email = browser.Email };
        await again.LogInAtIdentityAsync();
        Assert.StartsWith($"{Pages}/sign-in?", again.Path, StringComparison.Ordinal);
        await again.OpenAsync("/");
        Assert.False(again.IsLoggedIn());
        await again.LogInAtIdentityAsync();
        await again.PostAsync("form[data-action=AnswerSignIn]", ("code", await shop.NextCodeAsync()));
        Assert.True(again.IsLoggedIn());

        // The key of an authenticator app is made and shown with both factors alone; the other browser signs in again.
        await browser.OpenAsync("/Identity/Account/Manage/EnableAuthenticator");
        Assert.NotNull(browser.Page.QuerySelector("[name='Input.Password']"));
        await again.OpenAsync("/Identity/Account/Manage/EnableAuthenticator");
        Assert.NotNull(again.Page.QuerySelector("kbd"));

        // The app is bound, and asked from then on.
        using var app = new App { Address = null };
        using var phone = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = shop.Address };
        await again.OpenAsync($"{Pages}/devices");
        await again.PostAsync("form[data-action=AddDevice]");
        var token = again.Find(".lv-token code").TextContent;
        app.Account = AccountId.Parse(System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[1])));
        var binding = app.Binding(token);
        var bound = await CallAsync(phone, "devices", new { token, key = binding.Key, name = binding.Name, address = (string?)null, signature = binding.Signature });
        app.Device = DeviceId.Parse(bound.GetProperty("device").GetString()!);
        await again.OpenAsync(Pages);
        await again.PostAsync("form[data-action=ChangeChannel]", ("channel", "AppPush"), ("confirm", "yes"));

        using var third = new Visitor(shop.Address) { Email = browser.Email };
        await third.LogInAtIdentityAsync();
        var number = third.Find(".lv-match").TextContent;
        var at = Instant.FromUnixTimeMilliseconds(SystemClock.Instance.GetCurrentInstant().ToUnixTimeMilliseconds());
        var look = app.Sign("login-verification prompt v1", app.Account.Value, app.Device.Hex, $"{at.ToUnixTimeMilliseconds()}");
        var prompt = await CallAsync(phone, $"{app.Account}/prompt", new { device = app.Device.Hex, at = InstantPattern.ExtendedIso.Format(at), signature = look });
        var challenge = prompt.GetProperty("prompt").GetProperty("challenge").GetString()!;
        var signature = app.Sign("login-verification answer v1", app.Account.Value, app.Device.Hex, challenge, "approve", number);
        await third.PostAsync("form[data-action=AnswerSignIn]");
        Assert.False(third.IsLoggedIn());
        await CallAsync(phone, $"{app.Account}/answer", new { device = app.Device.Hex, challenge, decision = "approve", number, signature });
        await third.PostAsync("form[data-action=AnswerSignIn]");
        Assert.True(third.IsLoggedIn());
    }

    private static string? StateOf(Visitor visitor) => visitor.Find("main [data-state]").GetAttribute("data-state");

    private static async Task<JsonElement> CallAsync(HttpClient phone, string path, object body)
    {
        using var answer = await phone.PostAsJsonAsync($"/api/login-verification/app/{path}", body);
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.IsSuccessStatusCode, $"{said}");
        return said;
    }
}
