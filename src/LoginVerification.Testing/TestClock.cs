using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace LoginVerification.Testing;

/// <summary>What tests do with the clock that they gave to the service as its <see cref="TimeProvider"/>.</summary>
public static class TestClock
{
    /// <summary>Stands in for the host's background loop: so often it sends what is due.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    /// <summary>The present, in the domain's own type.</summary>
    /// <param name="time">The test's clock.</param>
    public static Instant GetInstant(this FakeTimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return Instant.FromDateTimeOffset(time.GetUtcNow());
    }

    /// <summary>Lets the clock run, and sends on the way what falls due.</summary>
    /// <param name="time">The test's clock.</param>
    /// <param name="howLong">How long, in whole steps of 5 s.</param>
    /// <param name="dispatcher">The service's dispatcher.</param>
    public static async Task RunAsync(this FakeTimeProvider time, TimeSpan howLong, OutboxDispatcher dispatcher)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(dispatcher);
        for (var end = time.GetUtcNow() + howLong; time.GetUtcNow() < end;)
        {
            time.Advance(Beat);
            await dispatcher.DispatchDueAsync().ConfigureAwait(false);
            await dispatcher.DrainAsync().ConfigureAwait(false);
        }
    }
}
