namespace LoginVerification.Cli;

/// <summary>A comparison as RFC 4180 has it: a row for each measure, a column for each policy; first who it is about.</summary>
internal static class ComparisonCsv
{
    public static string Write(Comparison comparison, IReadOnlyList<PolicyFindings> policies) => Csv.Write(
        ["part", "measure", .. comparison.Policies],
        [
            ["record", "policyDigest", .. policies.Select(one => one.Explored.Screens.PolicyDigest)],
            ["record", "version", .. policies.Select(_ => Provenance.Version)],
            ["record", "scale", .. policies.Select(one => ScaleInput.Write(one.Explored.Screens.Scale))],
            .. comparison.Rows.Select(row => (string[])[row.Part, row.Name, .. row.Cells.Select(cell => cell?.Value ?? "")]),
        ]);
}
