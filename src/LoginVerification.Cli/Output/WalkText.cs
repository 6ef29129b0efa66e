using System.Diagnostics;
using Spectre.Console;

namespace LoginVerification.Cli;

/// <summary>Tells a walk to people: numbered steps, and under a step why not, the way out and what arrived.</summary>
internal sealed class WalkText(IAnsiConsole console)
{
    private const string Gap = "  ";

    public void Tell(WalkRequest request, WalkResult walk)
    {
        var phone = request.Phone;
        var carrier = request.Carrier is { } stated ? $", {stated}" : "";
        Line($"Policy \"{request.Policy.Name}\", number {phone.Number.Masked} ({phone.Country}{carrier}), from {request.From.Name}", Ink.Plain);
        console.WriteLine();

        var columns = new Columns(walk.Steps);
        foreach (var (index, step) in walk.Steps.Index())
            Tell(step, index + 1, columns);

        console.WriteLine();
        if (walk.DeadEnd is { } reason)
            Line($"Dead end: {reason}. The enrolment is {walk.State} after {Count.Of(walk.Steps.Count, "step")}.", Ink.Bad);
        else
            Line($"{walk.State} after {Count.Of(walk.Steps.Count, "step")}.", Ink.Good);
    }

    private void Tell(WalkStep step, int number, Columns columns)
    {
        Write($"{number,3}{Gap}{columns.Place(step)}{Gap}{columns.Action(step)}{Gap}", Ink.Plain);
        var (outcome, ink) = Describe(step);
        Write(outcome.PadRight(Columns.Outcome), ink);
        Line($"{Gap}{step.State}", Ink.Quiet);
        if (step.Wanted is { } wanted)
            Detail("wanted:  ", step.Refusal is null ? $"{wanted}, and no link leads to it" : wanted.ToString(), Ink.Plain);
        if (step.Refusal is { } no)
            Tell(no, step.Place.Screen.ShowsWaysOut);
        foreach (var message in step.Messages)
            Detail("", message, Ink.Quiet);
    }

    private void Tell(Refusal no, bool shown)
    {
        Detail("why not: ", $"{no.Code} ({no.Source})", Ink.Bad);
        foreach (var (index, way) in no.WaysOut.Index())
            Detail(index == 0 ? "way out: " : "or:      ", way.ToString(), Ink.Hint);
        if (!shown && no.WaysOut.Count > 0)
            Detail("", "the page itself shows no way out; the service knows it", Ink.Quiet);
    }

    private void Detail(string heading, string? text, Style ink) => Line($"{Gap}{Gap} {heading}{text}", ink);

    private static (string Text, Style Ink) Describe(WalkStep step) => step switch
    {
        { Outcome: StepOutcome.Accepted } => ("accepted", Ink.Good),
        { Outcome: StepOutcome.Refused } => ("refused", Ink.Bad),
        { Outcome: StepOutcome.Opened } => ("opened", Ink.Plain),
        { Link: LinkKind.Hidden or LinkKind.External } => (Words.Of(step.Link!.Value), Ink.Hint),
        { Outcome: StepOutcome.Followed } => (Words.Of(LinkKind.Visible), Ink.Plain),
        _ => throw new UnreachableException(),
    };

    private void Write(string text, Style ink) => console.Write(Shown.Plain(text), ink);

    private void Line(string text, Style ink) => console.WriteLine(Shown.Plain(text), ink);
}
