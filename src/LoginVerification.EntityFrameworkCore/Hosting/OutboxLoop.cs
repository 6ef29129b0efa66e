using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LoginVerification.EntityFrameworkCore;

/// <summary>Works the outbox off, side by side with those of other processes, until the host stops; then it waits for what is under way.</summary>
internal sealed partial class OutboxLoop(OutboxDispatcher dispatcher, IOptions<LoginVerificationStoreOptions> options, TimeProvider time, ILogger<OutboxLoop> logger) : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        await dispatcher.DrainAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (options.Value.RunsOutbox && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await dispatcher.DispatchDueAsync(stoppingToken).ConfigureAwait(false) > 0)
                    stoppingToken.ThrowIfCancellationRequested();
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever a database throws, it may be there again the next time.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                // The exception itself is not logged: providers put values into their messages.
                LogUnreadable(logger, failure.GetType().Name);
            }

            await Task.Delay(Jittered(options.Value.OutboxInterval), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Half as long to half as long again, so that processes that started together do not ask together.</summary>
    private static TimeSpan Jittered(TimeSpan interval) => interval * (0.5 + (RandomNumberGenerator.GetInt32(1001) / 1000.0));

    [LoggerMessage(40, LogLevel.Error, "The outbox could not be read ({Failure}); it is tried again.")]
    private static partial void LogUnreadable(ILogger logger, string failure);
}
