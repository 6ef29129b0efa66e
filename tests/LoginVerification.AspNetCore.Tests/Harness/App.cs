using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using LoginVerification.Docs.Tests;
using NodaTime.Text;

namespace LoginVerification.AspNetCore.Tests;

/// <summary>An app with a real key. It signs as <c>docs/app-protocol.md</c> says, and sends what it signed.</summary>
internal sealed class App(HttpHost host, string account) : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly Browser client = new(host);

    public string Id { get; private set; } = new('0', 32);

    public string PublicKey => AppMessage.PublicKeyOf(key);

    /// <summary>Where the calls of the account's devices are.</summary>
    private string Path => $"/app/{Uri.EscapeDataString(account)}";

    /// <summary>A device of an owner whose number is verified, now if it was not.</summary>
    public static async Task<App> BoundAsync(HttpHost host, Browser owner, string account)
    {
        if ((string)(await owner.GetAsync("/")).Yes()["state"]! == "NoPhone")
            await EnrolmentTests.VerifyAsync(host, owner);
        var app = new App(host, account);
        (await app.BindAsync(await TokenAsync(owner))).Yes();
        return app;
    }

    public static async Task<string> TokenAsync(Browser owner) => (string)(await owner.PostAsync("/devices/token")).Yes()["token"]!;

    public async Task<Answer> BindAsync(string token, string? address = null)
    {
        var answer = await client.PostAsync("/app/devices", new { token, key = PublicKey, name = "My phone", address, signature = Sign("login-verification bind v1", account, token, PublicKey, "My phone", address ?? "") });
        Id = (string?)answer.Body?["device"] ?? Id;
        return answer;
    }

    public Task<Answer> PromptAsync()
    {
        var at = host.Time.GetInstant();
        return client.PostAsync($"{Path}/prompt", new { device = Id, at = InstantPattern.ExtendedIso.Format(at), signature = Sign("login-verification prompt v1", account, Id, Milliseconds(at)) });
    }

    public Task<Answer> AnswerAsync(string challenge, string decision, string number) => client.PostAsync(
        $"{Path}/answer", new { device = Id, challenge, decision, number, signature = Sign("login-verification answer v1", account, Id, challenge, decision, number) });

    public Task<Answer> MoveAsync(string? address)
    {
        var at = host.Time.GetInstant();
        return client.PutAsync($"{Path}/address", new { device = Id, address, at = InstantPattern.ExtendedIso.Format(at), signature = Sign("login-verification address v1", account, Id, Milliseconds(at), address ?? "") });
    }

    public void Dispose()
    {
        key.Dispose();
        client.Dispose();
    }

    private static string Milliseconds(NodaTime.Instant at) => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private string Sign(params string[] fields) => Base64Url.EncodeToString(AppMessage.Sign(key, fields));
}
