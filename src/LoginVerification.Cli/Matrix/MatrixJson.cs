using System.Text.Json.Serialization;
using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>The answer of <c>matrix</c>.</summary>
internal sealed record MatrixJson(string Policy, string PolicyDigest, string Version, string Links, bool Device, IReadOnlyList<CellJson> Cells)
{
    public static MatrixJson Of(MatrixRequest request, IReadOnlyList<PolicyRoute> cells) =>
        new(request.Policy.Name, PolicyFile.Digest(request.Policy.Document), Provenance.Version, Words.Camel(request.Links), request.Device, [.. cells.Select(CellJson.Of)]);
}

/// <summary>One cell of a matrix. <c>Steps</c> is how many there are; <c>routes</c> tells them. It is null where there is no way. The account is left out where no rule tells accounts apart.</summary>
internal sealed record CellJson(
    string Surface,
    string Country,
    string? Carrier,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string>? Account,
    bool Reachable,
    int? Steps,
    RefusalJson? Refusal)
{
    public static CellJson Of(PolicyRoute route) => new(
        route.From.Name,
        route.Country.Value,
        route.Carrier,
        AccountWords.ByName(route.Account),
        route.IsReachable,
        route.IsReachable ? route.Steps.Count : null,
        route.Refusal is { } refusal ? RefusalJson.Of(refusal) : null);
}

[JsonSerializable(typeof(MatrixJson))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class MatrixJsonContext : JsonSerializerContext;
