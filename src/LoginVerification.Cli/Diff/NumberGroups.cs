using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>Groups the countries and carriers of changed cells that fare alike, and names each group in few words.</summary>
/// <param name="changed">Every cell that changed, so that all carriers that are told apart are known.</param>
internal sealed class NumberGroups(IReadOnlyList<CellChange> changed)
{
    private readonly NumberNames names = NumberNames.ByLetters([.. changed.Select(NumberOf)]);

    /// <summary>The groups, the small ones first, each with the cells of one of its numbers.</summary>
    public IEnumerable<(string Name, IReadOnlyList<CellChange> Cells)> Of(IReadOnlyList<CellChange> cells) => cells
        .GroupBy(cell => (Number: NumberOf(cell), Users: UsersOf(cell)))
        .GroupBy(number => (number.Key.Users, Fare: string.Join('\n', number.Select(cell => $"{cell.Surface} {cell.Left} {cell.Right} {(cell.Left == cell.Right ? $"{cell.LeftRefusal} {cell.RightRefusal}" : "")}"))))
        .OrderBy(alike => alike.Count())
        .Select(alike => ($"{names.Of([.. alike.Select(number => number.Key.Number)])}{alike.Key.Users}", (IReadOnlyList<CellChange>)[.. alike.First()]));

    /// <summary>What tells the users of a number apart: <c> (paid=yes) with a device</c>.</summary>
    private static string UsersOf(CellChange cell) =>
        $"{AccountWords.Beside(cell.Account ?? [])}{(cell.Device is { } device ? $" {Words.OfDevice(device)}" : "")}";

    private static NumberKind NumberOf(CellChange cell) => new(cell.Country, cell.Carrier);
}
