#region outbox loop
using LoginVerification;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Example;

public sealed partial class OutboxLoop(OutboxDispatcher dispatcher, TimeProvider time, ILogger<OutboxLoop> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5), time);
        do
        {
            try
            {
                while (await dispatcher.DispatchDueAsync(stoppingToken) > 0)
                {
                    // There may be more.
                }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The store did not answer. The messages stay there; the next round takes them.
                LogUnreadable(logger, failure.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(1, LogLevel.Warning, "The outbox could not be read: {Failure}.")]
    private static partial void LogUnreadable(ILogger logger, string failure);
}
#endregion
