using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace LoginVerification.AspNetCore.Tests;

/// <summary>A client of the host: a browser with cookies and an antiforgery token, or an app with a bearer token. Each answer is compared with the description.</summary>
internal sealed class Browser : IDisposable
{
    private readonly HttpHost host;
    private readonly HttpClient client;
    private readonly CookieContainer cookies = new();
    private string? antiforgery;

    public Browser(HttpHost host, string? surface = null, string? bearer = null)
    {
        this.host = host;
        Prefix = surface is null or "web" ? HttpHost.Prefix : $"/{surface}{HttpHost.Prefix}";
        client = new HttpClient(new DescribedAnswers(host, new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, CookieContainer = cookies })) { BaseAddress = host.Address };
        if (bearer is not null)
            client.DefaultRequestHeaders.Authorization = new(TestBearer.Scheme, bearer);
    }

    public string Prefix { get; }

    public HttpClient Client => client;

    /// <summary>Somebody signed in whose token tells when and how.</summary>
    public static Browser SignedIn(HttpHost host, string account = Docs.Tests.TestHost.Account, bool mfa = true, string? surface = null) =>
        new(host, surface, TestBearer.TokenOf(account, host.Time.GetInstant().ToUnixTimeSeconds(), mfa));

    /// <summary>A browser with a session in a cookie.</summary>
    public static async Task<Browser> WithSessionAsync(HttpHost host, string account = Docs.Tests.TestHost.Account, bool mfa = true)
    {
        var browser = new Browser(host);
        await browser.PostHostAsync($"/test/session?account={account}&mfa={mfa}");
        await browser.FetchAntiforgeryAsync();
        return browser;
    }

    /// <summary>A browser that gave the password.</summary>
    public static async Task<Browser> WithPasswordAsync(HttpHost host, string account = Docs.Tests.TestHost.Account, string? surface = null)
    {
        var browser = new Browser(host, surface);
        await browser.PostHostAsync($"/test/password?account={account}");
        await browser.FetchAntiforgeryAsync();
        return browser;
    }

    /// <summary>The same cookies in another browser: what this one is told from now on is not told there.</summary>
    public Browser Copy()
    {
        var copy = new Browser(host) { antiforgery = antiforgery };
        copy.cookies.Add(cookies.GetAllCookies());
        return copy;
    }

    public async Task PostHostAsync(string path) => (await client.PostAsync(path, null)).EnsureSuccessStatusCode();

    public async Task FetchAntiforgeryAsync() => antiforgery = (string)(await GetAsync("/antiforgery")).Body!["token"]!;

    public async Task<string> WhoAsync() => await client.GetStringAsync("/test/who");

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> PostAsync(string path, object? body = null, string? key = null) => SendAsync(HttpMethod.Post, path, body, key);

    public Task<Answer> PutAsync(string path, object body, string? key = null) => SendAsync(HttpMethod.Put, path, body, key);

    public Task<Answer> DeleteAsync(string path, string? key = null) => SendAsync(HttpMethod.Delete, path, null, key);

    public Task<Answer> SendTextAsync(HttpMethod method, string path, string text) => SendAsync(method, path, new StringContent(text, Encoding.UTF8, "application/json"));

    public async Task<Answer> SendAsync(HttpMethod method, string path, object? body = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, $"{Prefix}{(path == "/" ? "" : path)}");
        request.Content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body));
        if (antiforgery is not null)
            request.Headers.Add("RequestVerificationToken", antiforgery);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.False(response.StatusCode is HttpStatusCode.InternalServerError, string.Join('\n', host.Log.Entries.Where(entry => entry.Level >= Microsoft.Extensions.Logging.LogLevel.Error).Select(entry => entry.Text)));
        var isJson = response.Content.Headers.ContentType?.MediaType is "application/json" or "application/problem+json";
        return new Answer(response.StatusCode, isJson ? JsonNode.Parse(text) : null, response.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value)), text);
    }

    public void Dispose() => client.Dispose();
}

/// <summary>What came back.</summary>
internal sealed record Answer(HttpStatusCode Status, JsonNode? Body, IReadOnlyDictionary<string, string> Headers, string Text)
{
    public int Number => (int)Status;

    public string? Code => (string?)Body?["code"];

    public string? State => (string?)Body?["state"];

    /// <summary>The body of a yes.</summary>
    public JsonNode Yes(int status = 200)
    {
        Assert.True(Number == status, $"{Number} {Text}");
        return Body!;
    }

    /// <summary>The problem of a no.</summary>
    public JsonNode No(int status, string code)
    {
        Assert.True(Number == status && Code == code, $"{Number} {Text}");
        return Body!;
    }
}
