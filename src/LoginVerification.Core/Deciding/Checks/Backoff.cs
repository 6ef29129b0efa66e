using NodaTime;

namespace LoginVerification.Engine;

/// <summary>A wait that doubles, up to a bound.</summary>
internal static class Backoff
{
    public static Duration Double(Duration first, int times, Duration longest)
    {
        // Step by step, because a power of two soon leaves the range of a duration.
        var wait = first;
        for (var i = 0; i < times && wait < longest; i++)
            wait += wait;
        return Duration.Min(wait, longest);
    }
}
