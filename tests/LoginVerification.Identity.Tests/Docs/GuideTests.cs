using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using NodaTime;

namespace LoginVerification.Identity.Tests.Docs;

/// <summary>The guide of <c>docs/identity.md</c> leads where it says: from an empty folder to a site where people sign in by SMS and with an app.</summary>
public sealed class GuideTests
{
    private const string Password = "Correct-horse-7";

    [Fact]
    public async Task The_steps_of_the_page_make_a_site_where_people_sign_in_by_SMS_and_with_an_app()
    {
        await using var shop = await Shop.StartAsync();
        using var browser = new Visitor(shop);
        await browser.RegisterAsync("ada@example.com", Password);
        await browser.LogInAsync("ada@example.com", Password);
        Assert.Contains("NoPhone", await browser.GetAsync("/Verification"), StringComparison.Ordinal);
        await browser.PostAsync("/Verification", "Phone", ("number", "+447700900101"));
        Assert.Contains("PhoneVerified", await browser.PostAsync("/Verification", "Code", ("code", await shop.NextCodeAsync())), StringComparison.Ordinal);
        Assert.Contains("VerificationEnabled Sms", await browser.PostAsync("/Verification", "Enable"), StringComparison.Ordinal);

        // By SMS: in another browser, the password alone is not enough.
        using var again = new Visitor(shop);
        var asked = await again.LogInAsync("ada@example.com", Password);
        Assert.Contains("A code went to", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("VerificationEnabled", await again.GetAsync("/Verification"), StringComparison.Ordinal);
        await again.LogInAsync("ada@example.com", Password);
        await again.PostAsync("/Identity/Account/LoginWith2fa", null, ("code", await shop.NextCodeAsync()));
        Assert.Contains("VerificationEnabled Sms", await again.GetAsync("/Verification"), StringComparison.Ordinal);

        // The key of an authenticator app is made and shown with both factors alone; the other browser signs in again.
        Assert.Contains("Input.Password", await browser.GetAsync("/Identity/Account/Manage/EnableAuthenticator"), StringComparison.Ordinal);
        Assert.Contains("<kbd>", await again.GetAsync("/Identity/Account/Manage/EnableAuthenticator"), StringComparison.Ordinal);

        // The app is bound, and asked from then on.
        using var app = new App { Address = null };
        var token = Visitor.TextOf(await again.PostAsync("/Verification", "Device"), "token");
        app.Account = AccountId.Parse(System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[1])));
        using var phone = new HttpClient { BaseAddress = shop.Address };
        using var bound = await phone.PostAsJsonAsync("/app/devices", app.Binding(token));
        var device = (await bound.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("device").GetString()!;
        Assert.Contains("VerificationEnabled AppPush", await again.PostAsync("/Verification", "App"), StringComparison.Ordinal);

        using var third = new Visitor(shop);
        var number = Visitor.TextOf(await third.LogInAsync("ada@example.com", Password), "number");
        var at = SystemClock.Instance.GetCurrentInstant().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var look = app.Sign("login-verification prompt v1", app.Account.Value, device, at);
        var prompt = await phone.GetFromJsonAsync<JsonElement>($"/app/{app.Account}/prompt?device={device}&at={at}&signature={look}");
        var challenge = prompt.GetProperty("prompt").GetProperty("challenge").GetString()!;
        var signature = app.Sign("login-verification answer v1", app.Account.Value, device, challenge, "approve", number);
        using var answer = await phone.PostAsJsonAsync($"/app/{app.Account}/answer", new { device, challenge, decision = "Approve", number, signature });
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("succeeded").GetBoolean());
        await third.PostAsync("/Identity/Account/LoginWith2fa", null);
        Assert.Contains("VerificationEnabled AppPush", await third.GetAsync("/Verification"), StringComparison.Ordinal);
    }
}
