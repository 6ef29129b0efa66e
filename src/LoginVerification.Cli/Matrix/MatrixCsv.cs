using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>A matrix in CSV: a line for each cell, which says last what it is the answer of.</summary>
internal static class MatrixCsv
{
    public static string Write(MatrixRequest request, IEnumerable<PolicyRoute> cells)
    {
        string[] record = [Words.Camel(request.Links), request.Policy.Name, PolicyFile.Digest(request.Policy.Document), Provenance.Version];
        return Csv.Write(
            ["surface", "country", "carrier", "reachable", "steps", "refusal", "rule", "device", "account", "links", "policy", "policyDigest", "version"],
            cells.Select(route => Fields(route).Concat(record)));
    }

    private static string[] Fields(PolicyRoute route)
    {
        var cell = CellJson.Of(route);
        return [cell.Surface, cell.Country, cell.Carrier ?? "", Of(cell.Reachable), $"{cell.Steps}", cell.Refusal?.Code ?? "", cell.Refusal?.Rule ?? "", Of(route.BeginsWithDevice), AccountWords.Of(route.Account)];
    }

    private static string Of(bool value) => value ? "true" : "false";
}
