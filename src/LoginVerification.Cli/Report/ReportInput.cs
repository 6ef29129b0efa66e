namespace LoginVerification.Cli;

/// <summary>What was written after <c>report</c>, not yet read.</summary>
internal sealed record ReportOptions(IReadOnlyList<string> Policies)
{
    public string? Scale { get; init; }

    public string? MostStates { get; init; }

    public string? MostShapes { get; init; }

    public string? Out { get; init; }
}

/// <summary>In which form a report is written.</summary>
internal enum ReportForm
{
    /// <summary>A page with everything.</summary>
    Html,

    /// <summary>The comparison of the policies, for a program.</summary>
    Csv,

    /// <summary>The same, for a paper.</summary>
    Latex,
}

/// <summary>What is to be reported, and where to.</summary>
/// <param name="Policies">What is to be explored, each as it was written.</param>
/// <param name="Out">The file.</param>
/// <param name="Form">In which form.</param>
internal sealed record ReportRequest(IReadOnlyList<(string Written, ExploreRequest Request)> Policies, string Out, ReportForm Form);

/// <summary>Reads what was written after <c>report</c>; everything that is wrong with it is told at once.</summary>
internal static class ReportInput
{
    private static readonly Dictionary<string, ReportForm> Forms = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = ReportForm.Html,
        [".csv"] = ReportForm.Csv,
        [".tex"] = ReportForm.Latex,
    };

    /// <exception cref="BadInputException">Something cannot be used.</exception>
    public static ReportRequest Read(ReportOptions written)
    {
        var input = new InputReading();
        var policies = written.Policies.Distinct().Select(name => (name, Policy: input.Policy(name))).ToList();
        var scale = ScaleInput.Read(written.Scale, [.. policies.Select(one => one.Policy)], input);
        var options = input.Limits(written.MostStates, written.MostShapes) with { Scale = scale };
        foreach (var (name, _) in written.Policies.CountBy(name => name).Where(named => named.Value > 1))
            input.Complain($"--policy {Shown.Quoted(name)} is written more than once. Write it once.");
        var form = Form(written.Out, input);
        input.Finish();
        return new ReportRequest([.. policies.Select(one => (one.name, new ExploreRequest(one.Policy!, options, written.Scale is not null)))], written.Out!, form);
    }

    private static ReportForm Form(string? file, InputReading input)
    {
        var form = default(ReportForm);
        if (string.IsNullOrEmpty(file) || file.StartsWith("--", StringComparison.Ordinal))
            input.Complain("--out names no file. Write --out FILE.html for a page, or FILE.csv or FILE.tex for the comparison as a table.");
        else if (!Forms.TryGetValue(Path.GetExtension(file), out form))
            input.Complain($"--out {Shown.Quoted(file)} does not say in which form. Let the name end with one of: {string.Join(", ", Forms.Keys)}.");
        return form;
    }
}
