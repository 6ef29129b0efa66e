using Microsoft.Extensions.Logging;

namespace LoginVerification.Engine;

/// <summary>Works the outbox off, side by side with those of other processes, until the host stops; then it waits for what is under way.</summary>
internal sealed class OutboxLoop(OutboxDispatcher dispatcher, bool runs, TimeSpan interval, TimeProvider time, ILogger logger) : BackgroundLoop(runs, interval, time, logger)
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        await dispatcher.DrainAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override async Task WorkAsync(CancellationToken cancellationToken)
    {
        while (await dispatcher.DispatchDueAsync(cancellationToken).ConfigureAwait(false) > 0)
            cancellationToken.ThrowIfCancellationRequested();
    }
}
