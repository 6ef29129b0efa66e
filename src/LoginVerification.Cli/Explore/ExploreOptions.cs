namespace LoginVerification.Cli;

/// <summary>What was written after <c>explore</c>, not yet read.</summary>
internal sealed record ExploreOptions(string Policy)
{
    public string? Scale { get; init; }

    public IReadOnlyList<string> Properties { get; init; } = [];
}
