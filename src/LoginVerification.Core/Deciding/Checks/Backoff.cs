using NodaTime;

namespace LoginVerification;

/// <summary>A wait that doubles, up to a bound.</summary>
internal static class Backoff
{
    private const int MostDoublings = 30;

    public static Duration Double(Duration first, int times, Duration longest) =>
        Duration.Min(first * (1L << Math.Min(times, MostDoublings)), longest);
}
