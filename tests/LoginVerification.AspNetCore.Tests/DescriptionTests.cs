using System.Diagnostics;
using System.Text.Json.Nodes;
using LoginVerification.Http;

namespace LoginVerification.AspNetCore.Tests;

/// <summary>The host's OpenAPI document tells each call, and what it tells is true.</summary>
public sealed class DescriptionTests
{
    private const string Folder = "tests/LoginVerification.AspNetCore.Tests";

    [Fact]
    public async Task Every_call_is_described_with_its_answers_and_examples()
    {
        using var host = new HttpHost();
        var document = await DocumentAsync(host);
        foreach (var call in AllCalls.All)
        {
            var path = $"{HttpHost.Prefix}{call.Pattern(new LoginVerificationRoutes())}".TrimEnd('/');
            var operation = document["paths"]!.AsObject().Single(known => known.Key.TrimEnd('/') == path).Value![call.Method.ToLowerInvariant()]!;
            Assert.Equal(call.Description.Summary, (string)operation["summary"]!);
            Assert.Equal(call.Description.Body is null, operation["requestBody"] is null);
            var responses = operation["responses"]!.AsObject();
            Assert.NotNull(responses[call.Description.Answer.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)]!["content"]!["application/json"]!["example"]);
            foreach (var problem in call.Problems())
                Assert.NotNull(responses[problem.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)]!["content"]!["application/problem+json"]!["examples"]![problem.Code]!["value"]);
        }
    }

    [Fact]
    public async Task Values_have_the_schemas_of_how_they_are_written()
    {
        using var host = new HttpHost();
        var schemas = (await DocumentAsync(host))["components"]!["schemas"]!;
        JsonNode Field(string type, string field) => schemas[$"LoginVerification{type}"]!["properties"]![field]!;
        Assert.Equal("date-time", (string)Field("DeviceTokenAnswer", "expiresAt")["format"]!);
        Assert.Equal(["Sms", "AppPush"], schemas["LoginVerificationVerificationChannel"]!["enum"]!.AsArray().Select(word => (string)word!));
        Assert.Equal(["approve", "deny"], Field("PromptAnswerBody", "decision")["enum"]!.AsArray().Select(word => (string)word!));
        Assert.Equal(["token", "key", "name", "signature"], schemas["LoginVerificationBindingBody"]!["required"]!.AsArray().Select(name => (string)name!));
        Assert.False((bool)schemas["LoginVerificationBindingBody"]!["additionalProperties"]!);
        Assert.Empty(Enum.GetNames<RefusalCode>().Intersect(Enum.GetNames<RequestFault>()));
        foreach (var (type, words) in new[] { ("WayOut", 11), ("RefusalSource", 7) })
        {
            var kinds = schemas[$"LoginVerification{type}"]!["anyOf"]!.AsArray();
            Assert.Equal(words, kinds.Select(kind => (string)kind!["properties"]!["type"]!["const"]!).Distinct().Count());
            Assert.All(kinds, kind => Assert.Contains("type", kind!["required"]!.AsArray().Select(name => (string)name!)));
        }
    }

    [SpectralFact]
    public async Task The_document_lints_clean()
    {
        using var host = new HttpHost();
        var document = await DocumentAsync(host);
        document["servers"] = new JsonArray(new JsonObject { ["url"] = "https://host.invalid" }); // where it is, is the host's to say
        foreach (var path in document["paths"]!.AsObject().Select(known => known.Key).Where(path => !path.StartsWith(HttpHost.Prefix, StringComparison.Ordinal)).ToList())
            document["paths"]!.AsObject().Remove(path); // the same calls on other surfaces
        var (file, ruleset) = (Path.GetTempFileName() + ".json", Path.GetTempFileName() + ".yaml");
        try
        {
            await File.WriteAllTextAsync(file, document.ToJsonString());
            await File.WriteAllTextAsync(ruleset, "extends: spectral:oas\n");
            var (exit, text) = await LintAsync(file, ruleset);
            Assert.True(exit == 0, text);
            // A document with a fault is found out: what lints everything clean lints nothing.
            document["paths"]!.AsObject().First().Value!.AsObject().First().Value!.AsObject().Remove("responses");
            await File.WriteAllTextAsync(file, document.ToJsonString());
            Assert.NotEqual(0, (await LintAsync(file, ruleset)).Exit);
        }
        finally
        {
            File.Delete(file);
            File.Delete(ruleset);
        }
    }

    private static async Task<JsonNode> DocumentAsync(HttpHost host)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        return JsonNode.Parse(await client.GetStringAsync(new Uri(host.Address, "/openapi/v1.json")))!;
    }

    private static async Task<(int Exit, string Text)> LintAsync(string file, string ruleset)
    {
        using var process = Process.Start(new ProcessStartInfo("node", [SpectralFactAttribute.Script, "lint", file, "--ruleset", ruleset, "--fail-severity", "hint", "--quiet"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>A test that is skipped, with the reason, where the linter is not installed.</summary>
    private sealed class SpectralFactAttribute : FactAttribute
    {
        public SpectralFactAttribute() => Skip = File.Exists(Script) ? null : $"Run npm ci --ignore-scripts in {Folder}.";

        public static string Script => Repository.PathOf($"{Folder}/node_modules/@stoplight/spectral-cli/dist/index.js");
    }
}
