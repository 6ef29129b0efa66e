using NodaTime;

namespace LoginVerification.Engine;

/// <summary>How the outbox is worked off.</summary>
internal sealed record DispatchTiming(
    Duration Lease, Duration FirstRetry, Duration LongestRetry, int MostAttempts, TimeSpan SendWait, int SideBySide)
{
    public const int BatchSize = 100;

    /// <summary>How often it is tried, at once, to write down how an attempt ended: a connection that broke is another one then.</summary>
    public const int MostWriteDowns = 3;

    /// <summary>How long an attempt may take, after which its result counts as unknown.</summary>
    public Duration Attempt => Duration.FromTimeSpan(AttemptOf(Lease.ToTimeSpan()));

    /// <summary>An attempt's share of a lease.</summary>
    public static TimeSpan AttemptOf(TimeSpan lease) => lease * 2 / 5;

    /// <summary>How much of a lease has to be left for an attempt to begin: what it takes, and a tenth of the lease to write down how it ended.</summary>
    public Duration NeededForAttempt => Lease / 2;
}
