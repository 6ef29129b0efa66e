using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Json.Schema;

namespace LoginVerification.AspNetCore.Tests;

/// <summary>Compares every answer, and every body that was taken, with the description of the host's calls.</summary>
internal sealed partial class DescribedAnswers(HttpHost host, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly ConcurrentDictionary<string, JsonSchema> Schemas = new();
    private static readonly EvaluationOptions Strictly = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };
    private static readonly ConcurrentDictionary<string, Task<JsonNode>> Descriptions = new();

    /// <summary>What the screens and the rules of a policy, and the registry, the limiter and the risk signal of a host, add to many calls.</summary>
    public static readonly IReadOnlyList<RefusalCode> Added =
        [RefusalCode.ActionNotOffered, RefusalCode.CountryNotServed, RefusalCode.CarrierNotServed, RefusalCode.LineTypeNotServed, RefusalCode.ChannelNotServed, RefusalCode.SendsHeldBack];

    private JsonNode? description;

    /// <summary>How many answers were compared, in all tests.</summary>
    public static int Compared => compared;

    private static int compared;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var path = request.RequestUri!.AbsolutePath;
        if (!path.Contains(HttpHost.Prefix, StringComparison.Ordinal) || response.StatusCode is System.Net.HttpStatusCode.InternalServerError)
            return response;
        description ??= await Descriptions.GetOrAdd(host.Described, _ => DescribeAsync(cancellationToken));
        if (Find(path, request.Method.Method.ToLowerInvariant()) is not { } operation)
            return response;
        var status = ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var described = operation["responses"]![status];
        Assert.True(described is not null, $"{request.Method} {path} answered {status}, which is not described.");
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        // Who is not let in by the host's own authentication gets the host's answer.
        if (text.Length == 0 && status == "401")
            return response;
        if (!response.IsSuccessStatusCode)
            AssertNamed(operation["responses"]!, status, (string)JsonNode.Parse(text)!["code"]!, $"{request.Method} {path} {status}");
        Compare(described!["content"]?[response.Content.Headers.ContentType!.ToString()]?["schema"], text, $"{request.Method} {path} {status}");
        if (response.IsSuccessStatusCode && request.Content is not null)
            Compare(operation["requestBody"]!["content"]!["application/json"]!["schema"], await request.Content.ReadAsStringAsync(cancellationToken), $"the body of {request.Method} {path}");
        Interlocked.Increment(ref compared);
        return response;
    }

    /// <summary>A code is among the examples of its status. A refusal is 422 or 429 by whether there is a time to wait for, so that it is looked for in both.</summary>
    private static void AssertNamed(JsonNode responses, string status, string code, string what) => Assert.True(
        (status is "422" or "429" ? ["422", "429"] : new[] { status }).Any(named => responses[named]?["content"]!["application/problem+json"]!["examples"]![code] is not null)
            || Added.Any(added => added.ToString() == code),
        $"{what}: {code} is not described.");

    private async Task<JsonNode> DescribeAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Address, "/openapi/v1.json"));
        using var response = await base.SendAsync(request, cancellationToken);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!;
    }

    private JsonNode? Find(string path, string method) => description!["paths"]!.AsObject()
        .Where(known => Regex.IsMatch(path, $"^{Parameters().Replace(known.Key, "[^/]+").TrimEnd('/')}/?$"))
        .OrderBy(known => known.Key.Contains('{', StringComparison.Ordinal))
        .Select(known => known.Value![method])
        .FirstOrDefault(operation => operation is not null);

    private void Compare(JsonNode? schema, string text, string what)
    {
        Assert.True(schema is not null, $"{what}: the media type is not described.");
        var result = Schemas.GetOrAdd(schema!.ToJsonString(), _ => Closed(schema!)).Evaluate(JsonDocument.Parse(text).RootElement, Strictly);
        Assert.True(result.IsValid, $"{what}: {text}\n{string.Join('\n', result.Details!.Where(detail => detail.Errors is { Count: > 0 }).SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}")))}");
    }

    /// <summary>The schema with all that it refers to. An answer has no field that is not described, though a client should not mind one.</summary>
    private JsonSchema Closed(JsonNode schema)
    {
        var whole = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["allOf"] = new JsonArray(schema.DeepClone()), ["$defs"] = description!["components"]!["schemas"]!.DeepClone() };
        foreach (var node in Objects(whole).Where(node => node["properties"] is JsonObject && node["additionalProperties"] is null).ToList())
            node["additionalProperties"] = false;
        return JsonSchema.FromText(whole.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal));
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject found => found.SelectMany(part => Objects(part.Value)).Append(found),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameters();
}
