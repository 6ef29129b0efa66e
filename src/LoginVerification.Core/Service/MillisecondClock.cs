using NodaTime;

namespace LoginVerification.Engine;

/// <summary>The present from the host's <see cref="TimeProvider"/>, in whole milliseconds: what every store keeps.</summary>
internal sealed class MillisecondClock(TimeProvider time) : IClock
{
    public Instant GetCurrentInstant() => Instant.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
}
