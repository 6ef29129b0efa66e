namespace LoginVerification.Cli;

/// <summary>One link, from screen to screen.</summary>
internal sealed record Hop(Place From, ScreenLink Link, Place To)
{
    public string Name => $"follow \"{Link.Label ?? Link.To}\"";
}
