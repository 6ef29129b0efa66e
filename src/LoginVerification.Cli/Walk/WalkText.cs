using System.Diagnostics;
using LoginVerification.Exploration;
using Spectre.Console;

namespace LoginVerification.Cli;

/// <summary>Tells a walk to people: numbered steps, and under a step why not, the way out and what arrived.</summary>
internal sealed class WalkText(TextOutput text)
{
    private const string Gap = TextOutput.Gap;

    /// <summary>As wide as "visible link", so that most walks line up with each other.</summary>
    private const int OutcomeWidth = 12;

    public void Tell(WalkRequest request, WalkResult walk)
    {
        var phone = request.Phone;
        var carrier = request.Carrier is { } stated ? $", {stated}" : "";
        text.Line($"Policy \"{request.Policy.Name}\", number {phone.Number.Masked} ({phone.Country}{carrier}), from {request.From}", Ink.Plain);
        text.Line();

        var screen = new TextColumn<WalkStep>(walk.Steps, step => $"{step.Step.Surface}/{step.Step.Screen}");
        var action = new TextColumn<WalkStep>(walk.Steps, step => step.Step.Action);
        var outcome = new TextColumn<WalkStep>(walk.Steps, step => Describe(step).Text, OutcomeWidth);
        foreach (var (index, step) in walk.Steps.Index())
        {
            text.Write($"{index + 1,3}{Gap}{screen.Of(step)}{action.Of(step)}", Ink.Plain);
            text.Write(outcome.Of(step), Describe(step).Ink);
            text.Line($"{step.Step.State}", Ink.Quiet);
            TellDetails(step);
        }

        text.Line();
        if (walk.DeadEnd is { } reason)
            text.Line($"Dead end: {reason}. The enrolment is {walk.State} after {Words.Count(walk.Steps.Count, "step")}.", Ink.Bad);
        else
            text.Line($"{walk.State} after {Words.Count(walk.Steps.Count, "step")}.", Ink.Good);
    }

    private void TellDetails(WalkStep step)
    {
        if (step.Wanted is { } wanted)
            Detail("wanted:  ", step.Refusal is null ? $"{wanted}, and no link leads to it" : wanted.ToString(), Ink.Plain);
        if (step.Refusal is { } no)
            Tell(no, step.ShowsWaysOut);
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

    private void Detail(string heading, string? detail, Style ink) => text.Line($"{Gap}{Gap} {heading}{detail}", ink);

    private static (string Text, Style Ink) Describe(WalkStep step) => step switch
    {
        { Outcome: StepOutcome.Accepted } => ("accepted", Ink.Good),
        { Outcome: StepOutcome.Refused } => ("refused", Ink.Bad),
        { Outcome: StepOutcome.Opened } => ("opened", Ink.Plain),
        { Step.Link: LinkKind.Visible } => (Labels.Of(LinkKind.Visible), Ink.Plain),
        { Step.Link: { } kind } => (Labels.Of(kind), Ink.Hint),
        _ => throw new UnreachableException(),
    };
}
