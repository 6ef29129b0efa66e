using LoginVerification.Policies;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;

namespace LoginVerification.EntityFrameworkCore;

/// <summary>
/// Unhealthy where the outbox cannot be read or messages wait that nobody takes; degraded where they fail again and again, or were given up of late.
/// What gateways rejected is counted and is no fault: somebody typed a number that is none.
/// </summary>
internal sealed class OutboxHealthCheck(IOutboxGauge gauge, OutboxDispatcher dispatcher, EnrolmentPolicy policy, ISmsSender sender, TimeProvider time) : IHealthCheck
{
    /// <summary>Longer than any process takes from one look at the outbox to the next, and less than an owner waits for a code.</summary>
    private static readonly Duration Patience = Duration.FromMinutes(2);

    private const int ManyFailures = 3;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var (overdue, failing) = await gauge.MeasureAsync(Instant.FromDateTimeOffset(time.GetUtcNow()) - Patience, ManyFailures, cancellationToken).ConfigureAwait(false);
        var (givenUp, rejected) = dispatcher.Failures.Counts;
        var data = new Dictionary<string, object>
        {
            ["overdue"] = overdue,
            ["failing"] = failing,
            ["givenUp"] = givenUp,
            ["rejected"] = rejected,
            ["policy"] = policy.Name,
            ["isLive"] = sender.IsLive,
        };
        if (overdue > 0)
            return HealthCheckResult.Unhealthy($"{overdue} messages have waited for more than 2 min. Does any process run the outbox?", data: data);
        return failing > 0 || givenUp > 0
            ? HealthCheckResult.Degraded($"{failing} messages failed {ManyFailures} times or more, and {givenUp} were given up in the last 15 min. Do the SMS gateway and the notifier answer?", data: data)
            : HealthCheckResult.Healthy(data: data);
    }
}
