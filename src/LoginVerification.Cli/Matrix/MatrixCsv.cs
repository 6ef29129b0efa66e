using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>A matrix in CSV: a line for each cell.</summary>
internal static class MatrixCsv
{
    public static string Write(IEnumerable<PolicyRoute> cells) =>
        Csv.Write(["surface", "country", "carrier", "reachable", "steps", "refusal", "rule", "device", "account"], cells.Select(Fields));

    private static string[] Fields(PolicyRoute route)
    {
        var cell = CellJson.Of(route);
        return [cell.Surface, cell.Country, cell.Carrier ?? "", Of(cell.Reachable), $"{cell.Steps}", cell.Refusal?.Code ?? "", cell.Refusal?.Rule ?? "", Of(route.BeginsWithDevice), AccountWords.Of(route.Account)];
    }

    private static string Of(bool value) => value ? "true" : "false";
}
