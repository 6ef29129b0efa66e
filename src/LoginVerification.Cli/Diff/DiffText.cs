using LoginVerification.Exploration;
using Spectre.Console;

namespace LoginVerification.Cli;

/// <summary>Tells a difference to people as a change log: a line for all numbers that fare alike.</summary>
internal sealed class DiffText(TextOutput text)
{
    private const string Gap = TextOutput.Gap;

    public void Tell(PolicyDifference difference, DiffRequest request)
    {
        text.Line($"From \"{difference.Left}\" to \"{difference.Right}\", {Words.Of(request.Links)}", Ink.Plain);
        if (difference.IsEmpty)
            text.Line("Nothing changes for anybody.", Ink.Good);
        else
            Tell(difference);
        text.Line();
        text.Line(Provenance.Line(PolicyFile.Digest(request.Left.Document), PolicyFile.Digest(request.Right.Document)), Ink.Quiet);
    }

    private void Tell(PolicyDifference difference)
    {
        var groups = new NumberGroups([.. difference.Gained, .. difference.Lost, .. difference.Longer, .. difference.Shorter, .. difference.Refusals]);
        TellCells("Can enrol now", difference.Gained, groups, Ink.Good);
        TellCells("Cannot enrol any more", difference.Lost, groups, Ink.Bad);
        TellCells("Need more steps", difference.Longer, groups, Ink.Hint);
        TellCells("Need fewer steps", difference.Shorter, groups, Ink.Good);
        TellCells("Meet another first refusal", difference.Refusals, groups, Ink.Hint);
        TellStranded(difference.Stranded);
        foreach (var alike in difference.Verdicts.GroupBy(change => change.Effect).OrderBy(alike => alike.Key))
            TellVerdicts(EffectWords.Title(alike.Key), [.. alike], EffectWords.Ink(alike.Key));
        TellSettings(difference.Settings);
    }

    private void TellCells(string title, IReadOnlyList<CellChange> cells, NumberGroups groups, Style ink)
    {
        if (cells.Count == 0)
            return;
        text.Line();
        text.Line(title, ink);
        foreach (var (name, alike) in groups.Of(cells))
            text.Line($"{Gap}{name}: {string.Join("; ", alike.GroupBy(cell => (cell.Left, cell.Right, cell.Left == cell.Right ? cell.LeftRefusal : null, cell.Left == cell.Right ? cell.RightRefusal : null)).Select(OnSurfaces))}", Ink.Plain);
    }

    private static string OnSurfaces(IGrouping<(int? Left, int? Right, RefusalCode? LeftRefusal, RefusalCode? RightRefusal), CellChange> alike)
    {
        var surfaces = string.Join(", ", alike.Select(cell => cell.Surface));
        return alike.Key switch
        {
            var (before, after, was, now) when before == after => $"on {surfaces} {now?.ToString() ?? "no refusal"} in place of {was?.ToString() ?? "none"}",
            (null, { } steps, _, _) => $"on {surfaces} in {Words.Count(steps, "step")}",
            ({ } steps, null, _, _) => $"on {surfaces}, where it took {Words.Count(steps, "step")}",
            var (before, after, _, _) => $"on {surfaces} {after} in place of {before}",
        };
    }

    /// <summary>A line for all places where the same people stand equally far.</summary>
    private void TellStranded(IReadOnlyList<StrandedUsers>? stranded)
    {
        if (stranded is { Count: 0 })
            return;
        text.Line();
        if (stranded is null)
        {
            text.Line("Who is stranded is not known: there are more states than are looked at. Raise --max-states or --max-shapes, or lower the bounds of --scale.", Ink.Bad);
            return;
        }

        text.Line("Stranded: there was a way to VerificationEnabled for who stands there, and now there is none", Ink.Bad);
        var places = stranded.GroupBy(users => (users.State, users.Surface, users.Screen))
            .Select(place => (place.Key.State, Place: $"{place.Key.Surface}/{place.Key.Screen}", Classes: string.Join("; ", place.Select(users => users.Class.Name)), States: place.Sum(users => users.States)));
        foreach (var alike in places.GroupBy(place => (place.State, place.Classes)))
            text.Line($"{Gap}{alike.Key.State} on {string.Join(", ", alike.Select(place => place.Place))} ({Words.Count(alike.Sum(place => place.States), "state")}): {alike.Key.Classes}", Ink.Plain);
    }

    private void TellSettings(IReadOnlyList<PolicyEdit> settings)
    {
        if (settings.Count == 0)
            return;
        text.Line();
        text.Line("Limits, waits and modes", Ink.Plain);
        foreach (var edit in settings)
            text.Line($"{Gap}{Words.Of(edit)}", Ink.Plain);
    }

    private void TellVerdicts(string title, IReadOnlyList<VerdictChange> changes, Style ink)
    {
        text.Line();
        text.Line(title, ink);
        var property = new TextColumn<VerdictChange>(changes, change => change.Property);
        foreach (var change in changes)
            text.Line($"{Gap}{property.Of(change)}{Words.Camel(change.Left)}, now {Words.Camel(change.Right)}", Ink.Plain);
    }
}
