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
    /// <summary>The most countries and carriers of a group that are named one by one.</summary>
    private const int MostNames = 6;

    /// <summary>The groups, the small ones first, each with its cells in the order of the surfaces.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<PolicyRoute> Cells)> Of(IReadOnlyList<PolicyRoute> cells)
    {
        var users = from number in cells.GroupBy(cell => (cell.Country, cell.Carrier))
                    from user in UsersOfNumber.Of(number, cell => cell.Account, Fare)
                    select (Number: number.Key, user.Account, Cells: user.Said);
        var groups = users.GroupBy(user => (Account: AccountWords.Of(user.Account), Fare: Fare(user.Cells))).OrderBy(alike => alike.Count()).ToList();
        return [.. groups.Select(alike => ($"{NameOf([.. alike.Select(user => user.Number)], isRest: groups.Count > 1)}{(alike.Key.Account is "" ? "" : $", {alike.Key.Account}")}", alike.First().Cells))];
    }

    private static string Fare(IEnumerable<PolicyRoute> cells) => string.Join('\n', cells.Select(Outcome));

    /// <summary>What a cell says.</summary>
    public static string Outcome(PolicyRoute cell) =>
        $"{(cell.IsReachable ? Words.Count(cell.Steps.Count, "step") : "no way")}{(cell.Refusal is { } refusal ? $", {refusal.Code} ({refusal.Source})" : "")}";

    private static string NameOf(IReadOnlyList<(CountryCode Country, string? Carrier)> numbers, bool isRest)
    {
        if (numbers.Count <= MostNames)
            return string.Join(", ", numbers.Select(Name));
        var countries = numbers.Count(number => number.Carrier is null);
        var carriers = numbers.Where(number => number.Carrier is not null).Select(Name).ToList();
        IReadOnlyList<string> named = carriers.Count <= MostNames ? carriers : [.. carriers.Take(MostNames), Words.Count(carriers.Count - MostNames, "other carrier")];
        return string.Join(", ", countries == 0 ? named : named.Prepend(isRest ? Words.Count(countries, "other country", "other countries") : Words.Count(countries, "country", "countries")));
    }

    private static string Name((CountryCode Country, string? Carrier) number) =>
        number.Carrier is null ? number.Country.Value : $"{number.Country} {number.Carrier}";
}
