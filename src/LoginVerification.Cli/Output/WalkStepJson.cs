using System.Text.Json.Serialization;

namespace LoginVerification.Cli;

/// <summary>One step of a walk. What does not apply to the step is left out.</summary>
internal sealed record WalkStepJson(string Surface, string Screen, string Action, string Outcome)
{
    /// <summary>For a followed link: visible, hidden or external.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Link { get; init; }

    /// <summary>For an opened surface: the command that the one before lacks.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Wanted { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RefusalJson? Refusal { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<WayOutJson>? WaysOut { get; init; }

    /// <summary>Whether the screen itself shows the ways out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? ShowsWaysOut { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Messages { get; init; }

    /// <summary>The state of the enrolment after the step.</summary>
    public required string State { get; init; }

    public static WalkStepJson Of(WalkStep step) => new(step.Place.Surface.Name, step.Place.Screen.Name, step.Action, Words.Camel(step.Outcome))
    {
        Link = step.Link is { } kind ? Words.Camel(kind) : null,
        Wanted = step.Wanted?.ToString(),
        Refusal = step.Refusal is { } no ? RefusalJson.Of(no) : null,
        WaysOut = step.Refusal is { } refusal ? [.. refusal.WaysOut.Select(WayOutJson.Of)] : null,
        ShowsWaysOut = step.Refusal is null ? null : step.Place.Screen.ShowsWaysOut,
        Messages = step.Messages.Count == 0 ? null : step.Messages,
        State = step.State.ToString(),
    };
}
