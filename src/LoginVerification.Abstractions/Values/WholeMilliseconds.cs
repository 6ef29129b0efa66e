using NodaTime;

namespace LoginVerification.Engine;

/// <summary>
/// What a host states of a time, cut to whole milliseconds as the present is: what a store keeps, and so that "now" is not in the future.
/// </summary>
internal static class WholeMilliseconds
{
    public static Instant Of(Instant stated) => Instant.FromUnixTimeMilliseconds(stated.ToUnixTimeMilliseconds());

    public static Instant? Of(Instant? stated) => stated is { } instant ? Of(instant) : null;
}
