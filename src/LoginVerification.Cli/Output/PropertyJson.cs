using System.Text.Json.Serialization;
using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>A property and what came of it. What does not apply is left out.</summary>
internal sealed record PropertyJson(string Name, string Kind, string Verdict)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>Whose numbers the story is about.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Class { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<TraceStepJson>? Trace { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DoorJson>? Doors { get; init; }

    public static PropertyJson Of(PropertyVerdict told) => new(told.Name, Words.Camel(told.Kind), Words.Camel(told.Verdict))
    {
        Reason = told.Reason,
        Class = told.Trace is [{ Class: { } known }, ..] ? known.Name : null,
        Trace = told.Trace is { } trace ? [.. trace.Select(TraceStepJson.Of)] : null,
        Doors = told.TrapEntries.Count == 0 ? null : [.. told.TrapEntries.Select(DoorJson.Of)],
    };
}
