using System.Diagnostics;
using LoginVerification.Exploration;
using Spectre.Console;

namespace LoginVerification.Cli;

/// <summary>Tells an exploration to people: how much was seen, a line for each property, and a story for each violation.</summary>
internal sealed class ExplorationText(IAnsiConsole console)
{
    private const string Gap = "  ";
    private const int MostDoors = 3;

    public void Tell(Exploring explored)
    {
        TellHead(explored.Screens);
        console.WriteLine();
        TellVerdicts(explored.Screens.Properties);
        foreach (var violated in explored.Screens.Properties.Where(IsTold))
            TellStory(violated, "");
        console.WriteLine();
        TellLifecycle(explored.Lifecycle);
        foreach (var violated in explored.Lifecycle.Properties.Where(told => IsTold(told) && !explored.Screens.Properties.Any(known => known.Name == told.Name && IsTold(known))))
            TellStory(violated, ", at the policy's own bounds");
        console.WriteLine();
        TellEnd(explored);
    }

    private void TellHead(PolicyExploration explored)
    {
        Line($"Policy \"{explored.Policy}\", explored with {ScaleInput.Write(explored.Scale)}", Ink.Plain);
        console.WriteLine();
        Line($"{Gap}{Seen(explored.States, explored.Edges, explored.IsComplete)}; the farthest is {Count.Of(explored.Depth, "step")} away", Ink.Plain);
        if (explored.OperatorOnly > 0)
            Line($"{Gap}from {explored.OperatorOnly:N0} of them only the host's staff leads on to VerificationEnabled", Ink.Plain);
        Line($"{Gap}classes of numbers: {string.Join("; ", explored.Classes.Where(known => known.IsServed).Select(known => known.Name))}", Ink.Plain);
        if (explored.Classes.Any(known => !known.IsServed))
            Line($"{Gap}served nowhere: {string.Join("; ", explored.Classes.Where(known => !known.IsServed).Select(known => known.Name))}", Ink.Plain);
    }

    private void TellVerdicts(IReadOnlyList<PropertyVerdict> properties)
    {
        var width = properties.Select(told => told.Name.Length).DefaultIfEmpty().Max();
        foreach (var told in properties)
        {
            var (word, ink) = Describe(told.Verdict);
            Write($"{Gap}{word,-10}{Gap}", ink);
            Line(told.Reason is { } reason ? $"{told.Name.PadRight(width)}{Gap}{reason}" : told.Name, Ink.Plain);
        }
    }

    private void TellStory(PropertyVerdict violated, string where)
    {
        var steps = violated.Trace ?? [];
        console.WriteLine();
        Line($"{violated.Name} is violated{where}{(steps is [{ Class: { } known }, ..] ? $". The shortest story, for {known.Name}:" : ":")}", Ink.Bad);
        var columns = new TraceColumns(steps);
        foreach (var (index, step) in steps.Index())
        {
            Write($"{index + 1,3}{Gap}{columns.Place(step)}", Ink.Plain);
            Write(columns.Actor(step), Ink.Quiet);
            Write(columns.Action(step), Ink.Plain);
            Write(columns.Outcome(step), Ink.Hint);
            Line(step.State.ToString(), Ink.Quiet);
        }

        foreach (var door in violated.TrapEntries.Take(MostDoors))
            Line($"{Gap}{Gap} closed by {door} ({Count.Of(door.TrappedStates, "step")})", Ink.Hint);
        if (violated.TrapEntries.Count > MostDoors)
            Line($"{Gap}{Gap} and by {Count.Of(violated.TrapEntries.Count - MostDoors, "other door")}: --json names them all", Ink.Quiet);
    }

    private void TellLifecycle(LifecycleExploration explored)
    {
        Line($"The lifecycle alone at the policy's own bounds, {ScaleInput.Write(explored.Scale)}", Ink.Plain);
        Line($"{Gap}{Seen(explored.States, explored.Edges, explored.IsComplete)}", Ink.Plain);
        foreach (var alike in explored.Properties.GroupBy(told => told.Verdict).OrderBy(alike => alike.Key))
        {
            var (word, ink) = Describe(alike.Key);
            Write($"{Gap}{word}", ink);
            Line($" {string.Join(", ", alike.Select(told => told.Name))}", Ink.Plain);
        }
    }

    private void TellEnd(Exploring explored)
    {
        var known = explored.Verdicts.GroupBy(told => told.Name, told => told.Verdict).ToList();
        var violated = known.Count(verdicts => verdicts.Contains(Verdict.Violated));
        var open = known.Count(verdicts => verdicts.Contains(Verdict.NotClosed) && !verdicts.Contains(Verdict.Violated));
        if (violated > 0)
            Line($"{violated} of {Count.Of(explored.Screens.Properties.Count, "property", "properties")} violated.", Ink.Bad);
        if (open > 0)
            Line($"{Count.Of(open, "property", "properties")} not closed: not every state was looked at.", Ink.Hint);
        if (violated + open == 0)
            Line("No property is violated.", Ink.Good);
    }

    private static bool IsTold(PropertyVerdict told) => told is { Verdict: Verdict.Violated } and ({ Trace.Count: > 0 } or { TrapEntries.Count: > 0 });

    private static string Seen(long states, long edges, bool isComplete) =>
        $"{Count.Of(states, "state")}, {Count.Of(edges, "edge")}{(isComplete ? ", every one looked at" : "; there are more, not looked at")}";

    private static (string Word, Style Ink) Describe(Verdict verdict) => verdict switch
    {
        Verdict.Proved => ("proved", Ink.Good),
        Verdict.Violated => ("violated", Ink.Bad),
        Verdict.Vacuous => ("vacuous", Ink.Quiet),
        Verdict.NotClosed => ("not closed", Ink.Hint),
        _ => throw new UnreachableException(),
    };

    private void Write(string text, Style ink) => console.Write(Shown.Plain(text), ink);

    private void Line(string text, Style ink) => console.WriteLine(Shown.Plain(text), ink);
}
