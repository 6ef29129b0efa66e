using System.Diagnostics;
using LoginVerification.Exploration;
using Spectre.Console;

namespace LoginVerification.Cli;

/// <summary>Tells an exploration to people: how much was seen, a line for each property, and a story for each violation.</summary>
internal sealed class ExploreText(TextOutput text)
{
    private const string Gap = TextOutput.Gap;
    private const int MostDoors = 3;

    public void Tell(Exploring explored)
    {
        TellHead(explored.Screens);
        text.Line();
        TellVerdicts(explored.Screens.Properties);
        foreach (var violated in explored.Screens.Properties.Where(IsTold))
            TellStory(violated, "");
        if (explored.Lifecycle is { } lifecycle)
            TellLifecycle(lifecycle);
        foreach (var violated in (explored.Lifecycle?.Properties ?? []).Where(told => IsTold(told) && !explored.Screens.Properties.Any(known => known.Name == told.Name && IsTold(known))))
            TellStory(violated, ", at the policy's own bounds");
        text.Line();
        TellEnd(explored);
        text.Line(Provenance.Line(explored.Screens.PolicyDigest), Ink.Quiet);
    }

    private void TellHead(PolicyExploration explored)
    {
        text.Line($"Policy \"{explored.Policy}\", explored with {ScaleInput.Write(explored.Scale)}", Ink.Plain);
        text.Line();
        text.Line(
            explored.States == 0 ? $"{Gap}what is asked needs no look at the states: the rules alone answer it"
                : $"{Gap}{Seen(explored.States, explored.Edges, explored.IsComplete)}; the farthest is {Words.Count(explored.Depth, "step")} away",
            Ink.Plain);
        TellLimit(explored.Limit);
        if (explored.OperatorOnly > 0)
            text.Line($"{Gap}from {explored.OperatorOnly:N0} of them only the host's staff leads on to VerificationEnabled", Ink.Plain);
        if (explored.SignInStates > 0)
            text.Line($"{Gap}sign-ins: {explored.SignInStates:N0} states, {explored.SignInEdges:N0} edges", Ink.Plain);
        TellClasses("classes of numbers", [.. explored.Classes.Where(known => known.IsServed)]);
        TellClasses("served nowhere", [.. explored.Classes.Where(known => !known.IsServed)]);
    }

    private void TellClasses(string heading, IReadOnlyList<NumberClass> classes)
    {
        if (classes.Count == 0)
            return;
        text.Line($"{Gap}{heading}:", Ink.Plain);
        var name = new TextColumn<NumberClass>(classes, known => known.Name);
        foreach (var known in classes)
            text.Line($"{Gap}{Gap}{name.Of(known)}{known.Description}", Ink.Plain);
    }

    private void TellLimit(ExplorationLimit? limit)
    {
        if (limit is ExplorationLimit.States)
            text.Line($"{Gap}it ended at the limit of states: raise --max-states, or lower the bounds of --scale", Ink.Hint);
        if (limit is ExplorationLimit.Shapes)
            text.Line($"{Gap}it ended at the limit of shapes of an enrolment: raise --max-shapes, or lower the bounds of --scale", Ink.Hint);
    }

    private void TellVerdicts(IReadOnlyList<PropertyVerdict> properties)
    {
        var name = new TextColumn<PropertyVerdict>(properties, told => told.Name);
        foreach (var told in properties)
        {
            var (word, ink) = Describe(told.Verdict);
            text.Write($"{Gap}{word,-10}{Gap}", ink);
            text.Line(told.Reason is { } reason ? $"{name.Of(told)}{reason}" : told.Name, Ink.Plain);
        }
    }

    private void TellStory(PropertyVerdict violated, string where)
    {
        var steps = violated.Trace ?? [];
        text.Line();
        text.Line($"{violated.Name} is violated{where}{(steps is [{ Class: { } known }, ..] ? $". The shortest story, for {known.Name}:" : ":")}", Ink.Bad);
        TellSteps(steps);
        if (violated.CycleStart is { } start)
            text.Line($"{Gap}{Gap} {(start + 1 == steps.Count ? $"step {steps.Count} repeats" : $"steps {start + 1} to {steps.Count} repeat")} for ever", Ink.Hint);
        foreach (var other in violated.OtherTraces.Take(MostDoors))
        {
            text.Line($"{Gap}and for {other[^1].Class!.Name}:", Ink.Bad);
            TellSteps(other);
        }

        if (violated.OtherTraces.Count > MostDoors)
            text.Line($"{Gap}and {Words.Count(violated.OtherTraces.Count - MostDoors, "story", "stories")} of another kind: --json tells them all", Ink.Quiet);
        if (violated.TrappedStarts.Count > 0)
            text.Line($"{Gap}{Gap} {violated.Reason}", Ink.Hint);
        foreach (var door in violated.TrapEntries.Take(MostDoors))
            text.Line($"{Gap}{Gap} closed by {door} (traps {Words.Count(door.TrappedStates, "state")})", Ink.Hint);
        if (violated.TrapEntries.Count > MostDoors)
            text.Line($"{Gap}{Gap} and by {Words.Count(violated.TrapEntries.Count - MostDoors, "other door")}: --json names them all", Ink.Quiet);
    }

    private void TellSteps(IReadOnlyList<Step> steps)
    {
        var place = new TextColumn<Step>(steps, step => step.Surface is null ? "" : $"{step.Surface}/{step.Screen}");
        var actor = new TextColumn<Step>(steps, step => Words.Camel(step.Actor));
        var action = new TextColumn<Step>(steps, step => step.ToString());
        var outcome = new TextColumn<Step>(steps, step => step.Outcome ?? "");
        foreach (var (index, step) in steps.Index())
        {
            text.Write($"{index + 1,3}{Gap}{place.Of(step)}", Ink.Plain);
            text.Write(actor.Of(step), Ink.Quiet);
            text.Write(action.Of(step), Ink.Plain);
            text.Write(outcome.Of(step), Ink.Hint);
            text.Line($"{step.State}", Ink.Quiet);
        }
    }

    private void TellLifecycle(LifecycleExploration explored)
    {
        text.Line();
        text.Line($"The lifecycle alone at the policy's own bounds, {ScaleInput.Write(explored.Scale)}", Ink.Plain);
        text.Line($"{Gap}{Seen(explored.States, explored.Edges, explored.IsComplete)}", Ink.Plain);
        TellLimit(explored.Limit);
        foreach (var alike in explored.Properties.GroupBy(told => told.Verdict).OrderBy(alike => alike.Key))
        {
            var (word, ink) = Describe(alike.Key);
            text.Write($"{Gap}{word}", ink);
            text.Line($" {string.Join(", ", alike.Select(told => told.Name))}", Ink.Plain);
        }
    }

    private void TellEnd(Exploring explored)
    {
        var known = explored.Verdicts.GroupBy(told => told.Name, told => told.Verdict).ToList();
        var violated = known.Count(verdicts => verdicts.Contains(Verdict.Violated));
        var open = known.Count(verdicts => verdicts.Contains(Verdict.NotClosed) && !verdicts.Contains(Verdict.Violated));
        if (violated > 0)
            text.Line($"{violated} of {Words.Count(explored.Screens.Properties.Count, "property", "properties")} violated.", Ink.Bad);
        if (open > 0)
            text.Line($"{Words.Count(open, "property", "properties")} not closed: not every state was looked at.", Ink.Hint);
        if (violated + open == 0)
            text.Line("No property is violated.", Ink.Good);
    }

    private static bool IsTold(PropertyVerdict told) => told is { Verdict: Verdict.Violated } and ({ Trace.Count: > 0 } or { TrapEntries.Count: > 0 });

    private static string Seen(long states, long edges, bool isComplete) =>
        $"{Words.Count(states, "state")}, {Words.Count(edges, "edge")}{(isComplete ? ", every one looked at" : "; there are more, not looked at")}";

    private static (string Word, Style Ink) Describe(Verdict verdict) => verdict switch
    {
        Verdict.Proved => ("proved", Ink.Good),
        Verdict.Violated => ("violated", Ink.Bad),
        Verdict.Vacuous => ("vacuous", Ink.Quiet),
        Verdict.NotClosed => ("not closed", Ink.Hint),
        _ => throw new UnreachableException(),
    };
}
