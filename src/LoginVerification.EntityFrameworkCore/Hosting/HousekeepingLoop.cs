using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LoginVerification.EntityFrameworkCore;

/// <summary>Keeps house every so often.</summary>
internal sealed class HousekeepingLoop(IHousekeeping work, IOptions<LoginVerificationStoreOptions> options, TimeProvider time, ILogger<HousekeepingLoop> logger)
    : BackgroundLoop(options.Value.RunsHousekeeping, options.Value.HousekeepingInterval, time, logger)
{
    protected override Task WorkAsync(CancellationToken cancellationToken) => work.RunAsync(cancellationToken);
}
