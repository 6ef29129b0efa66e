using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace LoginVerification.AspNetCore.Tests.Load;

/// <summary>A browser on connections of its own, that serves one account after the other.</summary>
internal sealed class LoadClient : IDisposable
{
    private readonly LoadHost host;
    private readonly HttpClient client;
    private readonly CookieContainer cookies = new();

    public LoadClient(LoadHost host)
    {
        this.host = host;
        // A request's name goes out as the trace that it belongs to, and not that of the test.
        client = new HttpClient(new SocketsHttpHandler { UseProxy = false, ActivityHeadersPropagator = null, CookieContainer = cookies }) { BaseAddress = host.Http.Address };
    }

    /// <summary>Forgets whose password it gave.</summary>
    public void Forget()
    {
        foreach (Cookie cookie in cookies.GetAllCookies())
            cookie.Expired = true;
    }

    public Task<Told> AskAsync(LoadAccount account, Command command, bool isWrong = false) => command switch
    {
        Command.Status => AskAsync(account, command, HttpMethod.Get, ""),
        Command.History => AskAsync(account, command, HttpMethod.Get, "/history"),
        Command.Submit => AskAsync(account, command, HttpMethod.Put, "/phone", new { number = account.Number }),
        Command.Resend => AskAsync(account, command, HttpMethod.Post, "/phone/code"),
        Command.Confirm => AskAsync(account, command, HttpMethod.Post, "/phone/confirmation", new { code = CodeOf(account, isWrong) }),
        Command.Cancel => AskAsync(account, command, HttpMethod.Delete, "/phone/pending"),
        Command.Enable => AskAsync(account, command, HttpMethod.Put, "/channel", new { channel = "Sms" }),
        Command.Disable => AskAsync(account, command, HttpMethod.Delete, "/channel"),
        Command.Remove => AskAsync(account, command, HttpMethod.Delete, "/phone"),
        Command.BeginSignIn => BeginSignInAsync(account),
        Command.AnswerSignIn => AskAsync(account, command, HttpMethod.Post, "/sign-in/answer", new { code = CodeOf(account, isWrong) }),
        _ => throw new UnreachableException(),
    };

    public void Dispose() => client.Dispose();

    private string CodeOf(LoadAccount account, bool isWrong)
    {
        var code = host.Phones.CodeOf(account.Number);
        return !isWrong ? code : code == "123456" ? "654321" : "123456";
    }

    private async Task<Told> BeginSignInAsync(LoadAccount account)
    {
        (await client.PostAsync($"/test/password?account={account.Id.Value}", null)).EnsureSuccessStatusCode().Dispose();
        return await AskAsync(account, Command.BeginSignIn, HttpMethod.Post, "/sign-in");
    }

    private async Task<Told> AskAsync(LoadAccount account, Command command, HttpMethod method, string path, object? body = null)
    {
        var name = ActivityTraceId.CreateRandom().ToHexString();
        using var request = new HttpRequestMessage(method, HttpHost.Prefix + path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("traceparent", $"00-{name}-{ActivitySpanId.CreateRandom().ToHexString()}-00");
        request.Headers.Authorization = new(TestBearer.Scheme, TestBearer.TokenOf(account.Id.Value, DateTimeOffset.UtcNow.ToUnixTimeSeconds(), mfa: true));
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode is >= 200 and < 300 or >= 400 and < 500, $"{command} was answered {(int)response.StatusCode}. {string.Join('\n', host.Http.Log.Entries.Select(entry => entry.Text))}");
        var answer = JsonNode.Parse(text)!;
        var told = new Told(name, command, (int)response.StatusCode, (string?)answer["code"], (string?)answer["state"]);
        account.Answers.Enqueue(told);
        return told;
    }
}
