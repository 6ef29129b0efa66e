using System.Text.Json.Serialization;
using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>One step of a route. A followed link says whether it is visible, hidden or external.</summary>
internal sealed record RouteStepJson(string Surface, string Screen, string Action, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Link)
{
    public static RouteStepJson Of(RouteStep step) => new(step.Surface.Name, step.Screen, step.Action, step.Link is { } kind ? Words.Camel(kind) : null);
}
