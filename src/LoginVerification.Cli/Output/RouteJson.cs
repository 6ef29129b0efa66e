using System.Text.Json.Serialization;
using LoginVerification.Exploration;

namespace LoginVerification.Cli;

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
