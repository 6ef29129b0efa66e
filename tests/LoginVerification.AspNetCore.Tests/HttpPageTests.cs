using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using LoginVerification.Docs.Tests;
using LoginVerification.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.AspNetCore.Tests;

/// <summary>What <c>docs/http.md</c> says is what the calls are.</summary>
public sealed class HttpPageTests
{
    private const string Page = "docs/http.md";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string, string> Snippets => new() { { "map", "Map" }, { "limits", "Limits" }, { "replace", "OwnCall" }, { "surfaces", "Surfaces" } };

    [Theory]
    [MemberData(nameof(Snippets))]
    public void The_page_shows_the_code_that_runs_here(string part, string file) =>
        GeneratedPart.Check(Page, part, $"```csharp\n{Repository.Read($"tests/LoginVerification.AspNetCore.Tests/Page/{file}.cs").TrimEnd('\n')}\n```");

    [Fact]
    public void The_page_has_every_call()
    {
        var table = new Table("Call", "Does", "Yes", "Refusals of its own");
        foreach (var call in AllCalls.All)
            table.Row(NameOf(call), call.Description.Summary, $"{call.Description.Answer.Status}", string.Join(" ", call.Description.Refusals.Select(code => $"`{code}`")));
        GeneratedPart.Check(Page, "calls", table.ToString());
        GeneratedPart.Check(Page, "added", string.Join(", ", DescribedAnswers.Added.Select(code => $"`{code}`")));
    }

    [Fact]
    public void The_page_has_every_body()
    {
        var table = new Table("Call", "Body");
        foreach (var call in AllCalls.All.Where(call => call.Description.Body is not null))
            table.Row(NameOf(call), $"`{call.Description.Body!.Example.Trim()}`{(call.Description.Body.IsOptional ? ", or none" : "")}");
        GeneratedPart.Check(Page, "bodies", table.ToString());
    }

    [Fact]
    public void The_page_has_every_answer()
    {
        var table = new Table("Calls", "Answer");
        foreach (var answers in AllCalls.All.GroupBy(call => call.Description.Answer.Type))
        {
            var example = answers.First().Description.Answer;
            table.Row(string.Join(", ", answers.Select(NameOf)), $"`{Short(JsonSerializer.SerializeToNode(example.Example, AnswerJson.Default.GetTypeInfo(example.Type)!)!)}`");
        }

        GeneratedPart.Check(Page, "answers", table.ToString());
    }

    [Fact]
    public void The_page_has_a_problem() => GeneratedPart.Check(
        Page, "problem", $"```json\n{JsonSerializer.SerializeToNode(Problem.Of(Examples.Refusal(RefusalCode.ResendTooSoon), Examples.Now), AnswerJson.Default.Problem)!.ToJsonString(Indented)}\n```");

    [Fact]
    public void The_page_has_every_fault_of_a_request()
    {
        var table = new Table("Status", "Code", "What to do");
        foreach (var problem in Enum.GetValues<RequestFault>().Select(fault => Problem.Of(fault)).OrderBy(problem => problem.Status))
            table.Row($"{problem.Status}", $"`{problem.Code}`", problem.Detail!);
        GeneratedPart.Check(Page, "faults", table.ToString());
    }

    [Fact]
    public async Task The_code_of_the_page_signs_somebody_in()
    {
        await using var app = await StartAsync(Example.Web.AddVerification, Example.Web.MapVerification);
        using var client = Client(app);
        using var wrong = await client.PostAsJsonAsync("/password", new { name = "alice", password = "wrong" });
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        (await client.PostAsJsonAsync("/password", new { name = "alice", password = "correct horse" })).EnsureSuccessStatusCode();
        var token = JsonNode.Parse(await client.GetStringAsync("/account/login-verification/antiforgery"))!;
        client.DefaultRequestHeaders.Add((string)token["headerName"]!, (string)token["token"]!);
        (await client.PostAsync("/account/login-verification/sign-in", null)).EnsureSuccessStatusCode();
        Assert.Contains("\"NoPhone\"", await client.GetStringAsync("/account/login-verification"), StringComparison.Ordinal);
        Assert.Contains("/account/login-verification/sign-in/answer", await client.GetStringAsync("/openapi/v1.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_limits_of_the_page_hold()
    {
        await using var app = await StartAsync(builder => { Example.Web.AddVerification(builder); Example.Limits.AddLimits(builder); }, Example.Limits.MapLimited);
        using var client = Client(app);
        var status = HttpStatusCode.OK;
        for (var i = 0; i < 2000 && status != HttpStatusCode.TooManyRequests; i++)
            status = (await client.GetAsync("/account/login-verification/antiforgery")).StatusCode;
        Assert.Equal(HttpStatusCode.TooManyRequests, status);
    }

    [Fact]
    public async Task The_surfaces_and_the_replaced_call_of_the_page_are_mapped()
    {
        await using var app = await StartAsync(Example.Web.AddVerification, Example.OwnCall.Map);
        using var client = Client(app);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/account/login-verification/status")).StatusCode);
        await using var two = await StartAsync(
            builder => { Example.Web.AddVerification(builder); builder.Services.Configure<LoginVerificationHttpOptions>(Example.Surfaces.Configure); }, Example.Surfaces.Map);
        using var android = Client(two);
        (await android.GetAsync("/android/login-verification/antiforgery")).EnsureSuccessStatusCode();
    }

    private static string NameOf(Call call) => $"`{call.Method} {call.Pattern(new LoginVerificationRoutes())}`";

    /// <summary>Of a list, the first item is enough.</summary>
    private static string Short(JsonNode node)
    {
        foreach (var list in node.AsObject().Select(field => field.Value).OfType<JsonArray>())
        {
            while (list.Count > 1)
                list.RemoveAt(1);
        }

        return node.ToJsonString(new JsonSerializerOptions(Indented) { WriteIndented = false });
    }

    private static async Task<WebApplication> StartAsync(Action<WebApplicationBuilder> add, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["LoginVerification:SmsHost"] = "example.com",
            ["LoginVerification:CodeKeys:test"] = Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)),
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        add(builder);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return app;
    }

    private static HttpClient Client(WebApplication app) => new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(app.Urls.Single()) };
}
