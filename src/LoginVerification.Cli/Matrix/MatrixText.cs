using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>Tells a matrix to people: a row for each group of countries that fare alike, a column for each surface.</summary>
internal sealed class MatrixText(TextOutput text)
{
    private const string Gap = TextOutput.Gap;

    public void Tell(MatrixRequest request, IReadOnlyList<PolicyRoute> cells)
    {
        text.Line($"Policy \"{request.Policy.Name}\", from each surface to VerificationEnabled {Words.OfDevice(request.Device)}{AccountWords.After(request.Account)}, {Words.Of(request.Links)}, with the first refusal on it", Ink.Plain);
        text.Line();
        var rows = MatrixRows.Of(cells);
        var names = rows.Max(row => row.Name.Length);
        IReadOnlyList<string> surfaces = [.. request.Policy.Screens.Surfaces.Select(surface => surface.Name)];
        IReadOnlyList<int> widths = [.. surfaces.Index().Select(surface => rows.Select(row => MatrixRows.Outcome(row.Cells[surface.Index]).Length).Append(surface.Item.Length).Max())];

        text.Line(string.Join(Gap, surfaces.Zip(widths, (surface, width) => surface.PadRight(width)).Prepend(Gap + new string(' ', names))).TrimEnd(), Ink.Plain);
        foreach (var row in rows)
        {
            text.Write($"{Gap}{row.Name.PadRight(names)}", Ink.Plain);
            foreach (var (cell, width) in row.Cells.Zip([.. widths.SkipLast(1), 0]))
                text.Write($"{Gap}{MatrixRows.Outcome(cell).PadRight(width)}", !cell.IsReachable ? Ink.Bad : cell.Refusal is null ? Ink.Good : Ink.Hint);
            text.Line();
        }

        text.Line();
        text.Line(Provenance.Line(PolicyFile.Digest(request.Policy.Document)), Ink.Quiet);
    }
}

/// <summary>Groups the countries, carriers and accounts of a matrix that fare alike on every surface, and names each group in few words.</summary>
internal static class MatrixRows
{
    /// <summary>The groups, the small ones first, each with its cells in the order of the surfaces.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<PolicyRoute> Cells)> Of(IReadOnlyList<PolicyRoute> cells)
    {
        var numbers = cells.GroupBy(cell => new NumberKind(cell.Country, cell.Carrier)).ToList();
        var names = NumberNames.ByLetters([.. numbers.Select(number => number.Key)]);
        return
        [
            .. numbers.SelectMany(number => UsersOfNumber.Of(number, cell => cell.Account, Fare), (number, users) => (Number: number.Key, users.Account, Cells: users.Said))
                .GroupBy(users => (Fare: Fare(users.Cells), users.Account))
                .OrderBy(alike => alike.Count())
                .Select(alike => ($"{names.Of([.. alike.Select(users => users.Number)])}{AccountWords.Beside(alike.Key.Account)}", alike.First().Cells)),
        ];
    }

    private static string Fare(IEnumerable<PolicyRoute> cells) => string.Join('\n', cells.Select(Outcome));

    /// <summary>What a cell says.</summary>
    public static string Outcome(PolicyRoute cell) =>
        $"{(cell.IsReachable ? Words.Count(cell.Steps.Count, "step") : "no way")}{(cell.Refusal is { } refusal ? $", {refusal.Code} ({refusal.Source})" : "")}";
}
