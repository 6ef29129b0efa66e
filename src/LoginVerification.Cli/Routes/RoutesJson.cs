using System.Text.Json.Serialization;
using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>The answer of <c>routes</c>. The carrier is null where no rule tells the country's carriers apart; the account is left out where the policy declares no attributes.</summary>
internal sealed record RoutesJson(
    string Policy,
    string PolicyDigest,
    string Version,
    string Country,
    string? Carrier,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string>? Account,
    string Links,
    bool Device,
    IReadOnlyList<RouteJson> Routes)
{
    public static RoutesJson Of(RoutesRequest request, IReadOnlyList<PolicyRoute> routes) => new(
        request.Policy.Name,
        PolicyFile.Digest(request.Policy.Document),
        Provenance.Version,
        request.Country.Value,
        routes[0].Carrier,
        AccountWords.ByName(request.Account),
        Words.Camel(request.Links),
        request.Device,
        [.. routes.Select(RouteJson.Of)]);
}

/// <summary>The way from one surface; without steps and surfaces where there is none.</summary>
internal sealed record RouteJson(
    string From,
    bool Reachable,
    IReadOnlyList<RouteStepJson> Steps,
    IReadOnlyList<string> Surfaces,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RefusalJson? Refusal)
{
    public static RouteJson Of(PolicyRoute route) => new(
        route.From.Name,
        route.IsReachable,
        [.. route.Steps.Select(RouteStepJson.Of)],
        [.. route.Surfaces.Select(surface => surface.Name)],
        route.Refusal is { } refusal ? RefusalJson.Of(refusal) : null);
}

/// <summary>One step of a route. A followed link says whether it is visible, hidden or external.</summary>
internal sealed record RouteStepJson(string Surface, string Screen, string Action, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Link)
{
    public static RouteStepJson Of(Step step) => new(step.Surface!.Name, step.Screen!, step.Action, step.Link is { } kind ? Words.Camel(kind) : null);
}

[JsonSerializable(typeof(RoutesJson))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class RoutesJsonContext : JsonSerializerContext;
