using System.Collections.Concurrent;

namespace LoginVerification.Exploration;

/// <summary>
/// Chooses the columns that say something of their own. Whether a command depends on a circumstance, or on which number it is, shows at a
/// small scale already, where every refusal and event has its cell; there all are asked, once for each set of modes.
/// </summary>
internal static class Columns
{
    /// <summary>Each bound is as small as it can be with a second code and a lock.</summary>
    private static readonly ExplorationScale Sample = new() { Numbers = 2, WrongTries = 1, EveryFailures = 1, FinalFailures = 1, SendsPerNumber = 2, SendsPerAccount = 2 };

    private static readonly ConcurrentDictionary<string, HashSet<string>> Known = new();

    /// <summary>The columns for a document.</summary>
    public static Input[] For(PolicyDocument document, int numbers)
    {
        var sample = Laboratory.Of(Sample.Applied(document)).Document;
        var telling = Known.GetOrAdd(PolicyFile.Write(sample with { Name = "sample", Description = "" }), _ => Distinguishing(sample));
        var kept = Inputs.All(numbers, document.Code.Digits).Where(input => telling.Contains(input.Name)).ToArray();
        return [.. kept.Select(input => Described(input, kept, telling))];
    }

    /// <summary>The names of the columns that differ from the one that is in favour, and for the second number from that of the first.</summary>
    public static HashSet<string> Distinguishing(PolicyDocument document)
    {
        var table = TableBuilder.Build(document, [.. Inputs.All(numbers: 2, document.Code.Digits)], LifecycleProperty.Known, int.MaxValue, CancellationToken.None);
        var columns = table.Inputs.Index().ToDictionary(column => column.Item.Name, column => column.Index);
        return [.. table.Inputs.Where(input => IsTelling(input with { Adverse = null, Number = Slot.First }, input with { Adverse = null }) && (input.Adverse is null || IsTelling(input with { Adverse = null }, input))).Select(input => input.Name)];

        bool IsTelling(Input than, Input input) => than.Name == input.Name || input.Passing is not null || Differ(table, columns[than.Name], columns[input.Name]);
    }

    private static bool Differ(DecisionTable table, int left, int right)
    {
        for (var shape = 0; shape < table.Shapes.Length; shape++)
        {
            if (Told(table[shape, left]) != Told(table[shape, right]) && table[shape, left] != Cell.Empty && table[shape, right] != Cell.Empty)
                return true;
        }

        return false;
    }

    /// <summary>What tells a cell from another: what comes of it, and what must not. A decider that ignores a fact shows by that alone.</summary>
    private static Cell Told(in Cell cell) => cell with { Observations = cell.Observations & PackedObservations.AllViolations };

    /// <summary>A command depends on what its kept columns differ in; what is in favour then has to be there.</summary>
    private static Input Described(Input input, Input[] kept, HashSet<string> telling)
    {
        if (input.Passing is not null)
            return input;
        var siblings = kept.Where(other => other.Family == input.Family && other.Number == input.Number && other.Adverse is not null).ToArray();
        return input with
        {
            Number = telling.Contains((input with { Adverse = null, Number = Slot.Second }).Name) ? input.Number : null,
            NeedsDevice = input.Adverse is { Kind: AdverseFactKind.Device } ? false
                : input.Adverse is null && siblings.Any(other => other.Adverse!.Kind is AdverseFactKind.Device) ? true
                : null,
            NeedsMessage = input.Adverse is null && siblings.Any(other => other.Adverse!.Kind is AdverseFactKind.Code),
        };
    }
}
