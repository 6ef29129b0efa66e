using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LoginVerification.EntityFrameworkCore;

/// <summary>Keeps house every so often, if the store that was chosen last is one of ours.</summary>
internal sealed class HousekeepingLoop(IHousekeeping work, AdapterLifetimes adapters, IOptions<LoginVerificationStoreOptions> options, TimeProvider time, ILogger<HousekeepingLoop> logger)
    : BackgroundLoop(options.Value.RunsHousekeeping && typeof(IOutboxGauge).IsAssignableFrom(adapters.LastChoiceFor(typeof(IEnrolmentStore))), options.Value.HousekeepingInterval, time, logger)
{
    protected override Task WorkAsync(CancellationToken cancellationToken) => work.RunAsync(cancellationToken);
}
