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
        var asked = repairing.Property ?? "every property";
        if (repairing.Violated.Count + repairing.Left.Count == 0)
        {
            text.Line($"Policy \"{repairing.Policy.Name}\": there is nothing to mend, {(repairing.Property is null ? "no property is violated" : $"{asked} is not violated")}.", Ink.Good);
            return;
        }

        text.Line(
            repairing.Violated.Count > 0
                ? $"Policy \"{repairing.Policy.Name}\" violates {string.Join(", ", repairing.Violated)}"
                : $"Policy \"{repairing.Policy.Name}\" has more states than are looked at: whether it violates {asked}, nobody knows",
            Ink.Bad);
        foreach (var (index, repair) in repairing.Repairs.Take(MostRepairs).Index())
            Tell(index + 1, repair, isForOne: repairing.Property is not null);
        text.Line();
        if (repairing.Repairs.Count > MostRepairs)
            text.Line($"{Words.Count(repairing.Repairs.Count - MostRepairs, "repair")} more: --json tells them all.", Ink.Quiet);
        if (repairing.Left.Count > 0)
            text.Line($"No repair was found of {string.Join(", ", repairing.Left)}.", Ink.Bad);
        else
            text.Line("Each was explored: what was asked for holds with it, and what held before holds still. --patch prints the first one as a JSON patch.", Ink.Good);
    }

    private void Tell(int number, PolicyRepair repair, bool isForOne)
    {
        text.Line();
        foreach (var (index, change) in repair.Changes.Index())
            text.Line(index == 0 ? $"{number,3}{Gap}{change}" : $"{Indent}{change}", Ink.Plain);
        foreach (var edit in repair.Edits)
            text.Line($"{Indent}{Gap}{Words.Of(edit)}", Ink.Quiet);
        var cells = repair.ChangedCells == 0 ? "no cell of the matrix changes" : $"{Words.Count(repair.ChangedCells, "cell")} of the matrix change";
        var mended = repair.AlsoMended.Count == 0 ? "" : $"; mends {string.Join(", ", repair.AlsoMended)}{(isForOne ? " as well" : "")}";
        text.Line($"{Indent}{Words.Count(repair.States, "state")}; {cells}{mended}", Ink.Hint);
    }
}
