using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LoginVerification.EntityFrameworkCore;

/// <summary>Keeps house every so often, until the host stops.</summary>
internal sealed partial class HousekeepingLoop(IHousekeeping work, IOptions<LoginVerificationStoreOptions> options, TimeProvider time, ILogger<HousekeepingLoop> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (options.Value.RunsHousekeeping && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await work.RunAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever a database throws, the next round begins anew.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                LogFailed(logger, failure.GetType().Name);
            }

            await Task.Delay(options.Value.HousekeepingInterval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(41, LogLevel.Error, "Housekeeping could not go on ({Failure}); it is tried again.")]
    private static partial void LogFailed(ILogger logger, string failure);
}
