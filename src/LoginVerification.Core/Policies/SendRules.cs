using NodaTime;

namespace LoginVerification.Policies;

/// <summary>How often codes are sent. Immutable and thread-safe.</summary>
public sealed record SendRules
{
    /// <summary>The wait after the first code to a number, doubled after each further one: 1 s to 1 h; 30 s by default.</summary>
    public Duration ResendWait { get; init; } = Duration.FromSeconds(30);

    /// <summary>The most codes to one number of one account inside the window: 1 to 20; 5 by default. For research unlimited, too: then the wait is not doubled.</summary>
    public int PerNumber { get; init; } = 5;

    /// <summary>The most codes of one account inside the window, over all its numbers: at least <see cref="PerNumber"/>, at most 100; 20 by default. For research unlimited, too.</summary>
    public int PerAccount { get; init; } = 20;

    /// <summary>The window, sliding: 1 h to 7 days; 24 h by default.</summary>
    public Duration Window { get; init; } = Duration.FromHours(24);
}
