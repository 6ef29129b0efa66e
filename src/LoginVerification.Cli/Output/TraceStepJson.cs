using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>One step of a story. Surface and screen are null in the lifecycle alone; the outcome is null where the next screen says it all.</summary>
internal sealed record TraceStepJson(string? Surface, string? Screen, string Actor, string Action, string? Outcome, string State)
{
    public static TraceStepJson Of(TraceStep step) =>
        new(step.Surface?.Name, step.Screen, Words.Camel(step.Actor), step.Action, step.Outcome, step.State.ToString());
}
