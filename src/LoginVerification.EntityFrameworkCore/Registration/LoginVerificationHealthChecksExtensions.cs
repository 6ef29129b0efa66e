using LoginVerification.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Log-in verification among the health checks of a host.</summary>
public static class LoginVerificationHealthChecksExtensions
{
    /// <summary>
    /// Adds the check <c>loginVerification</c>: unhealthy where the outbox cannot be read or messages have waited for more than 2 min, degraded
    /// where messages failed three times or more, or this process gave some up in the last 15 min. Its data are counts, the policy's name (<c>policy</c>), and whether real phones ring (<c>isLive</c>).
    /// </summary>
    /// <param name="builder">The host's health checks.</param>
    /// <returns>The same builder.</returns>
    public static IHealthChecksBuilder AddLoginVerification(this IHealthChecksBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration("loginVerification", services => ActivatorUtilities.GetServiceOrCreateInstance<OutboxHealthCheck>(services), null, ["loginVerification"]));
    }
}
