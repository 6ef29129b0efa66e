using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>A matrix as RFC 4180 has it, with a header. What is not there is an empty field.</summary>
internal static class MatrixCsv
{
    public static string Write(IEnumerable<PolicyRoute> cells) =>
        string.Concat(cells.Select(Fields).Prepend(["surface", "country", "carrier", "reachable", "steps", "refusal", "rule", "device"]).Select(Csv.Line));

    private static string[] Fields(PolicyRoute route)
    {
        var cell = CellJson.Of(route);
        return [cell.Surface, cell.Country, cell.Carrier ?? "", Of(cell.Reachable), $"{cell.Steps}", cell.Refusal?.Code ?? "", cell.Refusal?.Rule ?? "", Of(route.BeginsWithDevice)];
    }

    private static string Of(bool value) => value ? "true" : "false";
}
