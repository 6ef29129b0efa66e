namespace LoginVerification.Cli;

/// <summary>What was written after <c>export</c>, not yet read.</summary>
internal sealed record ExportOptions(string Policy)
{
    public string? Format { get; init; }

    public string? Scale { get; init; }

    public string? Out { get; init; }
}
