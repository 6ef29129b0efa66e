using System.Net;
using System.Text.RegularExpressions;

namespace LoginVerification.Identity.Tests.Docs;

/// <summary>Somebody with a browser: follows pages, fills in forms, keeps cookies.</summary>
internal sealed partial class Visitor(Shop shop) : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = shop.Address };

    public Task<string> GetAsync(string path) => client.GetStringAsync(path);

    /// <summary>Sends the form of a page as the page shows it, with its token.</summary>
    public async Task<string> PostAsync(string path, string? handler, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await GetAsync(path)).Groups[1].Value;
        Dictionary<string, string> form = new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) { ["__RequestVerificationToken"] = token };
        using var content = new FormUrlEncodedContent(form);
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        using var response = await client.PostAsync(handler is null ? path : $"{path}{separator}handler={handler}", content);
        var page = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path} {handler}: {(int)response.StatusCode}\n{shop.Output}\n{page}");
        return page;
    }

    /// <summary>By Identity's pages: the form, and the link that its page shows in place of an e-mail.</summary>
    public async Task RegisterAsync(string email, string password)
    {
        var shown = await PostAsync("/Identity/Account/Register", null, ("Input.Email", email), ("Input.Password", password), ("Input.ConfirmPassword", password));
        var link = WebUtility.HtmlDecode(ConfirmLink().Match(shown).Groups[1].Value);
        Assert.NotEqual("", link);
        await GetAsync(link);
    }

    public Task<string> LogInAsync(string email, string password) => PostAsync("/Identity/Account/Login", null, ("Input.Email", email), ("Input.Password", password));

    public static string TextOf(string page, string id) => WebUtility.HtmlDecode(Regex.Match(page, $"id=\"{id}\"[^>]*>([^<]+)<").Groups[1].Value);

    public void Dispose() => client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("id=\"confirm-link\" href=\"([^\"]+)\"")]
    private static partial Regex ConfirmLink();
}
