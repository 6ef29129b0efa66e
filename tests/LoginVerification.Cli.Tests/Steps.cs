using System.Text.Json;

namespace LoginVerification.Cli.Tests;

/// <summary>The steps of a walk in one line each.</summary>
internal static class Steps
{
    public static string[] Of(Answer answer) => [.. answer.Json.GetProperty("steps").EnumerateArray().Select(Line)];

    public static string[] Of(WalkResult walk) => [.. walk.Steps.Select(step => $"{step.Step.Surface}/{step.Step.Screen}: {step.Step.Action}: {Words.Camel(step.Outcome)}")];

    private static string Line(JsonElement step) =>
        $"{Text(step, "surface")}/{Text(step, "screen")}: {Text(step, "action")}: {Text(step, "outcome")}";

    private static string? Text(JsonElement step, string key) => step.GetProperty(key).GetString();
}
