using System.Globalization;
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

    /// <summary>
    /// The wait after so many failed attempts: doubled each time, and half to one and a half times as long as that, so that a gateway that comes back does not
    /// meet all messages at once. A message's id is a keyed hash, and gives it a length of its own for each attempt.
    /// </summary>
    public Duration WaitAfter(int attempts, string messageId)
    {
        // Four of its 32 hexadecimal digits, others for the next attempt.
        var share = ushort.Parse(messageId.AsSpan(attempts % 8 * 4, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) / (ushort.MaxValue + 1.0);
        return Duration.FromMilliseconds((long)(Backoff.Double(FirstRetry, attempts - 1, LongestRetry).TotalMilliseconds * (0.5 + share)));
    }

    /// <summary>How much of a lease has to be left for an attempt to begin: what it takes, and a tenth of the lease to write down how it ended.</summary>
    public Duration NeededForAttempt => Lease / 2;
}
