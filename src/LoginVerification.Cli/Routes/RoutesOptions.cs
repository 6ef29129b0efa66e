namespace LoginVerification.Cli;

/// <summary>What was written after <c>routes</c>, not yet read.</summary>
internal sealed record RoutesOptions(string Policy, string Links)
{
    public string? Country { get; init; }

    public string? Carrier { get; init; }

    public string? From { get; init; }
}
