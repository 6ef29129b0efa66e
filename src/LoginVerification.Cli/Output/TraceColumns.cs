using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>How wide the columns are in which the steps of one story stand. A column that is empty throughout takes no room.</summary>
internal sealed class TraceColumns(IReadOnlyList<TraceStep> steps)
{
    private readonly int place = Width(steps, PlaceOf);
    private readonly int actor = Width(steps, ActorOf);
    private readonly int action = Width(steps, step => step.Action);
    private readonly int outcome = Width(steps, step => step.Outcome ?? "");

    public string Place(TraceStep step) => PlaceOf(step).PadRight(place);

    public string Actor(TraceStep step) => ActorOf(step).PadRight(actor);

    public string Action(TraceStep step) => step.Action.PadRight(action);

    public string Outcome(TraceStep step) => (step.Outcome ?? "").PadRight(outcome);

    private static string PlaceOf(TraceStep step) => step.Surface is null ? "" : $"{step.Surface}/{step.Screen}";

    private static string ActorOf(TraceStep step) => Words.Camel(step.Actor);

    private static int Width(IReadOnlyList<TraceStep> steps, Func<TraceStep, string> text) =>
        steps.Select(step => text(step).Length).DefaultIfEmpty().Max() is > 0 and var widest ? widest + 2 : 0;
}
