using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace LoginVerification.Sample.Tests.Support;

/// <summary>A browser without scripts: it keeps cookies, follows links, and posts forms with what stands in them.</summary>
internal sealed class Visitor : IDisposable
{
    public const string Password = "a password of some words";

    private static readonly HtmlParser Parser = new();
    private static int visitors;
    private readonly HttpClient client;

    public Visitor(Uri site)
    {
        client = new HttpClient(new SocketsHttpHandler { UseProxy = false, CookieContainer = new CookieContainer() }) { BaseAddress = site, Timeout = TimeSpan.FromMinutes(1) };
        Email = $"visitor-{Interlocked.Increment(ref visitors)}@example.com";
    }

    public string Email { get; init; }

    /// <summary>The page that is shown.</summary>
    public IHtmlDocument Page { get; private set; } = null!;

    public HttpStatusCode Status { get; private set; }

    /// <summary>Its path and query.</summary>
    public string Path { get; private set; } = "";

    /// <summary>The screen of the policy that is shown, as <c>surface/screen</c>; null on another page.</summary>
    public string? Screen => Page.QuerySelector("main")?.GetAttribute("data-screen");

    /// <summary>The text of the page's part.</summary>
    public string Main => Page.QuerySelector("main")?.TextContent ?? "";

    /// <summary>The codes that arrived on the phone, newest first.</summary>
    public IReadOnlyList<string> Codes => [.. Page.QuerySelectorAll("[data-panel=phone] [data-code]").Select(code => code.TextContent)];

    public async Task OpenAsync(string path) => await ShowAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public Task ReloadAsync() => OpenAsync(Path);

    /// <summary>Follows a link, by its selector.</summary>
    public Task FollowAsync(string selector) => OpenAsync(Find(selector).GetAttribute("href")!);

    /// <summary>Posts a form by its selector, with the fields of the page but for those given, by the first button that is not disabled or the one named.</summary>
    public async Task PostAsync(string selector, params (string Name, string Value)[] given)
    {
        var form = (IHtmlFormElement)Find(selector);
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var input in form.QuerySelectorAll("input[name]:not([disabled])").Cast<IHtmlInputElement>().Where(input => input.Type is not ("checkbox" or "radio") || input.IsChecked))
            fields.Add(new(input.Name!, input.Value));
        foreach (var select in form.QuerySelectorAll("select[name]:not([disabled])").Cast<IHtmlSelectElement>())
            fields.Add(new(select.Name!, select.Value ?? ""));
        fields.RemoveAll(field => given.Any(other => other.Name == field.Key));
        fields.AddRange(given.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var content = new FormUrlEncodedContent(fields);
        await ShowAsync(new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action") is { Length: > 0 } action ? action : Path) { Content = content });
    }

    public async Task RegisterAsync(string surface = "web")
    {
        await OpenAsync($"/{surface}/register");
        await PostAsync("main form", ("email", Email), ("password", Password));
        Assert.NotNull(Page.QuerySelector("form[action$='/logout']"));
    }

    /// <summary>The password; what follows is the second step, or the session.</summary>
    public async Task GivePasswordAsync(string surface = "web", string? back = null)
    {
        await OpenAsync($"/{surface}/login{(back is null ? "" : $"?returnUrl={Uri.EscapeDataString(back)}")}");
        await PostAsync("main form", ("email", Email), ("password", Password));
    }

    public async Task SignOutAsync()
    {
        await PostAsync("form[action$='/logout']");
        Assert.False(IsSignedIn);
    }

    public bool IsSignedIn => Page.QuerySelector("form[action$='/logout']") is not null;

    public void Dispose() => client.Dispose();

    public AngleSharp.Dom.IElement Find(string selector) =>
        Page.QuerySelector(selector) ?? throw new InvalidOperationException($"{Path} ({Status}) has no {selector}:\n{Main}");

    private async Task ShowAsync(HttpRequestMessage request)
    {
        using (request)
        using (var response = await client.SendAsync(request))
        {
            (Status, Path) = (response.StatusCode, response.RequestMessage!.RequestUri!.PathAndQuery);
            Page = await Parser.ParseDocumentAsync(await response.Content.ReadAsStreamAsync());
        }

        Assert.True(Status < HttpStatusCode.InternalServerError, $"{Path} answered {Status}:\n{Page.Body?.TextContent}");
    }
}
