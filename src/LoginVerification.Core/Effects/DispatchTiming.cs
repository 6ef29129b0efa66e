using NodaTime;

namespace LoginVerification.Engine;

/// <summary>How the outbox is worked off.</summary>
internal sealed record DispatchTiming(Duration Lease, Duration FirstRetry, Duration LongestRetry, int MostAttempts)
{
    public const int BatchSize = 100;
}
