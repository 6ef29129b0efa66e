using System.Diagnostics;
using LoginVerification.Exploration;
using Spectre.Console;

namespace LoginVerification.Cli;

/// <summary>Tells a walk to people: numbered steps, and under a step why not, the way out and what arrived.</summary>
internal sealed class WalkText
{
    private const string Gap = TextOutput.Gap;

    /// <summary>As wide as "visible link", so that most walks line up with each other.</summary>
    private const int OutcomeWidth = 12;

    private readonly TextOutput text;
    private readonly TextColumn<WalkStep> screen;
    private readonly TextColumn<WalkStep> action;
    private readonly TextColumn<WalkStep> outcome;
    private int told;

    private WalkText(TextOutput text, IReadOnlyList<WalkStep> steps, int screenWidth = 0, int actionWidth = 0)
    {
        this.text = text;
        screen = new(steps, step => $"{step.Step.Surface}/{step.Step.Screen}", screenWidth);
        action = new(steps, step => step.Step.Action, actionWidth);
        outcome = new(steps, step => Describe(step).Text, OutcomeWidth);
    }

    /// <summary>Tells a walk that is over, in columns as wide as its steps.</summary>
    public static void Tell(TextOutput text, WalkRequest request, WalkResult walk)
    {
        IReadOnlyList<WalkStep> steps = [.. walk.Steps, .. walk.SignIn?.Steps ?? []];
        var told = new WalkText(text, steps);
        told.Begin(request, null);
        foreach (var step in steps)
            told.Tell(step);
        told.End(walk);
    }

    /// <summary>For steps that are not yet known, in columns as wide as the screens and the commands of the policy.</summary>
    public static WalkText ForSteps(TextOutput text, ScreenMap screens) =>
        new(text, [], screens.Screens.Max(screen => $"{screen}".Length), Enum.GetNames<EnrolmentAction>().Max(name => name.Length));

    public void Begin(WalkRequest request, WalkFound? found)
    {
        var phone = request.Phone;
        var carrier = request.Carrier is { } stated ? $", {stated}" : "";
        text.Line($"Policy \"{request.Policy.Name}\", number {phone.Number.Masked} ({phone.Country}{carrier}){AccountWords.After(request.Account)}, from {request.From}", Ink.Plain);
        if (CarrierWords.Unnamed(request.Policy, phone.Country, request.Carrier) is { } unnamed)
            text.Line(unnamed, Ink.Hint);
        if (found is { Version: > 0 })
            text.Line($"continues: {found.State}, version {found.Version}", Ink.Plain);
        foreach (var message in found?.Messages ?? [])
            Detail("", message, Ink.Quiet);
        text.Line();
    }

    public void Tell(WalkStep step)
    {
        text.Write($"{++told,3}{Gap}{screen.Of(step)}{action.Of(step)}", Ink.Plain);
        text.Write(outcome.Of(step), Describe(step).Ink);
        text.Line(step.SignIn is { } signIn ? $"sign-in: {signIn}" : $"{step.Step.State}", Ink.Quiet);
        TellDetails(step);
    }

    public void End(WalkResult walk)
    {
        if (told > 0)
            text.Line();
        if (walk.DeadEnd is { } reason)
            text.Line($"Dead end: {reason}. The enrolment is {walk.State} after {Words.Count(walk.Steps.Count, "step")}.", Ink.Bad);
        else if (walk.Steps.Count == 0)
            text.Line($"{walk.State}: nothing is left to do.", Ink.Good);
        else
            text.Line($"{walk.State} after {Words.Count(walk.Steps.Count, "step")}.", Ink.Good);
        if (walk.SignIn is { } signIn)
            text.Line(signIn.DeadEnd is { } why ? $"Not signed in: {why}." : $"Signed in with {WalkInput.SignInWays.First(way => way.Value == signIn.Method).Key}.", signIn.DeadEnd is null ? Ink.Good : Ink.Bad);
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
