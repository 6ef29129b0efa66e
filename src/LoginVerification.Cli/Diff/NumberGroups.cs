using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>Groups the countries and carriers of changed cells that fare alike, and names each group in few words.</summary>
/// <param name="changed">Every cell that changed, so that all carriers that are told apart are known.</param>
internal sealed class NumberGroups(IReadOnlyList<CellChange> changed)
{
    /// <summary>The most countries and carriers that are named one by one.</summary>
    private const int MostNames = 8;

    private readonly IReadOnlyList<(CountryCode Country, string? Carrier)> all =
    [
        .. Countries.All.SelectMany(country => changed.Where(cell => cell.Country == country).Select(cell => cell.Carrier).Distinct().DefaultIfEmpty().Select(carrier => (country, carrier))),
    ];

    /// <summary>The groups, the small ones first, each with the cells of one of its numbers.</summary>
    public IEnumerable<(string Name, IReadOnlyList<CellChange> Cells)> Of(IReadOnlyList<CellChange> cells) => cells
        .GroupBy(cell => (cell.Country, cell.Carrier, Users: UsersOf(cell)))
        .GroupBy(number => (number.Key.Users, Fare: string.Join('\n', number.Select(cell => $"{cell.Surface} {cell.Left} {cell.Right}"))))
        .OrderBy(alike => alike.Count())
        .Select(alike => ($"{NameOf([.. alike.Select(number => (number.Key.Country, number.Key.Carrier))])}{alike.Key.Users}", (IReadOnlyList<CellChange>)[.. alike.First()]));

    /// <summary>What tells the users of a number apart: <c>, paid=yes, with a device</c>.</summary>
    private static string UsersOf(CellChange cell) =>
        $"{(cell.Account is null ? "" : $", {AccountWords.Of(cell.Account)}")}{cell.Device switch { true => ", with a device", false => ", without a device", null => "" }}";

    private string NameOf(IReadOnlyList<(CountryCode Country, string? Carrier)> numbers)
    {
        if (numbers.Count <= MostNames)
            return string.Join(", ", numbers.Select(Name));
        var others = all.Except(numbers).ToList();
        return others.Count switch
        {
            0 => "every country",
            <= MostNames => $"every country but {string.Join(", ", others.Select(Name))}",
            _ => $"{Words.Count(numbers.Select(number => number.Country).Distinct().Count(), "country", "countries")}",
        };
    }

    private static string Name((CountryCode Country, string? Carrier) number) => number.Carrier is null ? number.Country.Value : $"{number.Country} {number.Carrier}";
}
