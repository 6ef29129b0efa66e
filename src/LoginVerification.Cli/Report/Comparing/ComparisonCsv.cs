namespace LoginVerification.Cli;

/// <summary>A comparison as RFC 4180 has it: a row for each measure, a column for each policy; first who it is about.</summary>
internal static class ComparisonCsv
{
    public static string Write(Comparison comparison, IReadOnlyList<PolicyFindings> policies) => string.Concat(
    [
        Csv.Line(["part", "measure", .. comparison.Policies]),
        Csv.Line(["record", "policyDigest", .. policies.Select(one => one.Explored.Screens.PolicyDigest)]),
        Csv.Line(["record", "version", .. policies.Select(_ => Provenance.Version)]),
        Csv.Line(["record", "scale", .. policies.Select(one => ScaleInput.Write(one.Explored.Screens.Scale))]),
        .. comparison.Rows.Select(row => Csv.Line([row.Part, row.Name, .. row.Cells.Select(cell => cell?.Value ?? "")])),
    ]);
}
