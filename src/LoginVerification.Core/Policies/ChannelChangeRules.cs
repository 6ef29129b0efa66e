using NodaTime;

namespace LoginVerification.Policies;

/// <summary>How often verification is turned on or moved to another channel; each time gives the owner a notice. Turning it off is never limited. Immutable and thread-safe.</summary>
public sealed record ChannelChangeRules
{
    /// <summary>The most changes of an account inside the window: 1 to 100; 20 by default.</summary>
    public int Most { get; init; } = 20;

    /// <summary>The window, sliding: 1 h to 7 days; 24 h by default.</summary>
    public Duration Window { get; init; } = Duration.FromHours(24);
}
