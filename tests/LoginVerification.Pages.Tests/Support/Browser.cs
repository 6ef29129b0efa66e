using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace LoginVerification.Tests;

/// <summary>A browser without scripts: it keeps cookies, follows redirects where it is told to, and sends forms as they stand on the page.</summary>
internal sealed class Browser : IDisposable
{
    private readonly HttpClient http;

    public Browser(Uri address) => http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = address };

    public CookieContainer Cookies { get; } = new();

    /// <summary>The language that it asks for, or null.</summary>
    public string? Language { get; init; }

    public async Task<Page> GetAsync(string address) => await SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Goes to an address, and on to where it leads.</summary>
    public async Task<Page> FollowAsync(string address)
    {
        var page = await GetAsync(address);
        return page.Location is { } on ? await FollowAsync(on) : page;
    }

    /// <summary>Fills in a form and sends it.</summary>
    public Task<Page> PostAsync(Page page, string form, params (string Field, string Value)[] filled) => PostAsync(page.Form(form).GetAttribute("action")!, page.FieldsOf(form, filled));

    public async Task<Page> PostAsync(string address, IEnumerable<KeyValuePair<string, string>> fields, string? accept = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) };
        if (accept is not null)
            request.Headers.Accept.ParseAdd(accept);
        return await SendAsync(request);
    }

    /// <summary>Fills in a form, sends it, and goes on to where the answer leads.</summary>
    public async Task<Page> SubmitAsync(Page page, string form, params (string Field, string Value)[] filled)
    {
        var answer = await PostAsync(page, form, filled);
        return answer.Location is { } on ? await FollowAsync(on) : answer;
    }

    public async Task<Page> SendAsync(HttpRequestMessage request)
    {
        if (Language is not null)
            request.Headers.AcceptLanguage.ParseAdd(Language);
        using var response = await http.SendAsync(request);
        return new Page(request.RequestUri!.ToString(), response, await response.Content.ReadAsStringAsync());
    }

    public void Dispose() => http.Dispose();
}

/// <summary>What a browser got.</summary>
internal sealed class Page(string address, HttpResponseMessage response, string text)
{
    public string Address { get; } = address;

    public string Text { get; } = text;

    public HttpStatusCode Status { get; } = response.StatusCode;

    public string? Location { get; } = response.Headers.Location?.OriginalString;

    public IReadOnlyDictionary<string, string> Headers { get; } =
        response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);

    public IHtmlDocument Document { get; } = new HtmlParser().ParseDocument(text);

    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "(no heading)";

    public IEnumerable<string> Forms => Document.QuerySelectorAll("form").Select(form => form.GetAttribute("data-action")!);

    public IElement Form(string name) => Document.QuerySelector($"form[data-action='{name}']") ?? throw new InvalidOperationException($"No form \"{name}\" on the page \"{Heading}\": {Document.Body?.TextContent}");

    /// <summary>What a form holds, with what somebody fills in; what is disabled is not sent.</summary>
    public IEnumerable<KeyValuePair<string, string>> FieldsOf(string name, params (string Field, string Value)[] filled)
    {
        var fields = new Dictionary<string, string>();
        foreach (var input in Form(name).QuerySelectorAll("input, select").Where(input => !input.HasAttribute("disabled")))
        {
            var isSent = input.GetAttribute("type") is not ("radio" or "checkbox") || input.HasAttribute("checked");
            if (isSent)
                fields[input.GetAttribute("name")!] = (input as IHtmlSelectElement)?.Value ?? input.GetAttribute("value") ?? "";
        }

        foreach (var (field, value) in filled)
            fields[field] = value;
        return fields;
    }

    /// <summary>What an assertion shows: the words of the page.</summary>
    public override string ToString() => $"{(int)Status} {Address}: {string.Join(' ', (Document.QuerySelector("main")?.TextContent ?? Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}";
}
