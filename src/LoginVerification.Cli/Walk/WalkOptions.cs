namespace LoginVerification.Cli;

/// <summary>What was written after <c>walk</c>, not yet read.</summary>
internal sealed record WalkOptions(string Policy)
{
    public string? Number { get; init; }

    public string? Country { get; init; }

    public string? Carrier { get; init; }

    public string? From { get; init; }
}
