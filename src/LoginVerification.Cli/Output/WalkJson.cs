using System.Text.Json.Serialization;

namespace LoginVerification.Cli;

/// <summary>The answer of <c>walk</c>. The number is masked; the carrier is what was stated, or null.</summary>
internal sealed record WalkJson(
    string Policy,
    string Number,
    string Country,
    string? Carrier,
    IReadOnlyList<WalkStepJson> Steps,
    string State,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? DeadEnd)
{
    public static WalkJson Of(WalkRequest request, WalkResult walk) => new(
        request.Policy.Name,
        request.Phone.Number.Masked,
        request.Phone.Country.Value,
        request.Carrier?.Name,
        [.. walk.Steps.Select(WalkStepJson.Of)],
        walk.State.ToString(),
        walk.DeadEnd);
}
