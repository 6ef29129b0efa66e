namespace LoginVerification.Cli;

/// <summary>What was written after <c>matrix</c>, not yet read.</summary>
internal sealed record MatrixOptions(string Policy, string Links)
{
    public string? Countries { get; init; }

    public bool Json { get; init; }

    public bool Csv { get; init; }
}
