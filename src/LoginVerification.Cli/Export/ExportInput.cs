using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>What was written after <c>export</c>, not yet read.</summary>
internal sealed record ExportOptions(string Policy)
{
    public string? Format { get; init; }

    public string? Scale { get; init; }

    public string? Out { get; init; }
}

/// <summary>What is to be exported, and where to.</summary>
/// <param name="Policy">The rules.</param>
/// <param name="Format">In which form.</param>
/// <param name="Scale">How far books are kept.</param>
/// <param name="IsScaled">Whether a scale was stated.</param>
/// <param name="Out">The file, or null for standard output.</param>
internal sealed record ExportRequest(EnrolmentPolicy Policy, ExportFormat Format, ExplorationScale Scale, bool IsScaled, string? Out);

/// <summary>Reads what was written after <c>export</c>; everything that is wrong with it is told at once.</summary>
internal static class ExportInput
{
    private static readonly Dictionary<string, ExportFormat> Formats = new(StringComparer.Ordinal)
    {
        ["promela"] = ExportFormat.Promela,
        ["murphi"] = ExportFormat.Murphi,
        ["tla"] = ExportFormat.Tla,
        ["scxml"] = ExportFormat.Scxml,
        ["xstate"] = ExportFormat.XState,
        ["jsonl"] = ExportFormat.JsonLines,
        ["mermaid"] = ExportFormat.Mermaid,
        ["dot"] = ExportFormat.Dot,
        ["prism"] = ExportFormat.Prism,
    };

    /// <summary>All formats, as they are written.</summary>
    public static IEnumerable<string> Names => Formats.Keys;

    /// <exception cref="BadInputException">Something cannot be used.</exception>
    public static ExportRequest Read(ExportOptions written)
    {
        var input = new InputReading();
        var policy = input.Policy(written.Policy);
        var scale = ScaleInput.Read(written.Scale, [policy], input);
        var format = Format(written.Format, input);
        if (format is ExportFormat.Prism && written.Scale is not null)
            input.Complain("--scale says nothing to prism: its chains keep the policy's own limits. Leave it out.");
        if (written.Out?.StartsWith("--", StringComparison.Ordinal) is true)
            input.Complain("--out has no value. Write: --out FILE.");
        if (written.Out is "")
            input.Complain("--out is empty. Write the name of a file, or leave the option out for standard output.");
        input.Finish();
        return new ExportRequest(policy!, format, scale, written.Scale is not null, written.Out);
    }

    private static ExportFormat Format(string? written, InputReading input)
    {
        var format = default(ExportFormat);
        if (written is null)
            input.Complain($"--format is missing. Write --format with one of: {string.Join(", ", Names)}.");
        else if (!Formats.TryGetValue(written, out format))
            input.Complain($"--format {Shown.Quoted(written)} is unknown. Write one of: {string.Join(", ", Names)}.");
        return format;
    }
}
