using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>Tells repairs to people: each change in words, then the edits of the file.</summary>
internal sealed class RepairText(TextOutput text)
{
    private const string Gap = TextOutput.Gap;
    private const string Indent = Gap + Gap + " ";
    private const int MostRepairs = 5;

    public void Tell(Repairing repairing)
    {
        TellRepairs(repairing);
        text.Line(Provenance.Line(PolicyFile.Digest(repairing.Policy.Document)), Ink.Quiet);
    }

    private void TellRepairs(Repairing repairing)
    {
        if (repairing.Violated.Count + repairing.Left.Count == 0)
        {
            text.Line($"Policy \"{repairing.Policy.Name}\": there is nothing to repair, {(repairing.Property is null ? "no property is violated" : $"{repairing.Property} is not violated")}.", Ink.Good);
            return;
        }

        if (repairing.Violated.Count > 0)
            text.Line($"Policy \"{repairing.Policy.Name}\" violates {string.Join(", ", repairing.Violated)}", Ink.Bad);
        if (repairing.Left.Except(repairing.Violated).ToList() is { Count: > 0 } open)
            text.Line($"Policy \"{repairing.Policy.Name}\" has more states than are looked at: nobody knows of {string.Join(", ", open)}", Ink.Bad);
        foreach (var (index, repair) in repairing.Repairs.Take(MostRepairs).Index())
            Tell(index + 1, repair, repairing.Property);
        text.Line();
        if (repairing.Repairs.Count > MostRepairs)
            text.Line($"{Words.Count(repairing.Repairs.Count - MostRepairs, "repair")} more: --json tells them all.", Ink.Quiet);
        if (repairing.Violated.Intersect(repairing.Left).ToList() is { Count: > 0 } left)
            text.Line($"No repair was found of {string.Join(", ", left)}. A property that became vacuous does not count as repaired.", Ink.Bad);
        else if (repairing.Repairs.Count > 0)
            text.Line("Each was explored: what was asked for holds with it, what held before holds still, and nothing is violated any farther. --patch prints the first one as a JSON patch.", Ink.Good);
        if (!repairing.IsComplete)
            text.Line("There are variants with more states than are looked at: whether they are repairs, nobody knows. Raise --max-states or --max-shapes, or lower the bounds of --scale.", Ink.Bad);
    }

    private void Tell(int number, PolicyRepair repair, string? asked)
    {
        text.Line();
        foreach (var (index, change) in repair.Changes.Index())
            text.Line(index == 0 ? $"{number,3}{Gap}{change}" : $"{Indent}{change}", Ink.Plain);
        foreach (var edit in repair.Edits)
            text.Line($"{Indent}{Gap}{Words.Of(edit)}", Ink.Quiet);
        var cells = repair.ChangedCells == 0 ? "over all links nobody needs more steps or fewer" : $"over all links steps change in {Words.Count(repair.ChangedCells, "cell")} of the matrix";
        var others = repair.Repaired.Where(property => property != asked).ToList();
        var repaired = others.Count == 0 ? "" : $"; repairs {string.Join(", ", others)}{(asked is null ? "" : " as well")}";
        text.Line($"{Indent}{Words.Count(repair.States, "state")}; {cells}{repaired}", Ink.Hint);
    }
}
