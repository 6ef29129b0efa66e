using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LoginVerification.EntityFrameworkCore;

/// <summary>Works the outbox off, side by side with those of other processes, until the host stops; then it waits for what is under way.</summary>
internal sealed class OutboxLoop(OutboxDispatcher dispatcher, IOptions<LoginVerificationStoreOptions> options, TimeProvider time, ILogger<OutboxLoop> logger)
    : BackgroundLoop(options.Value.RunsOutbox, options.Value.OutboxInterval, time, logger)
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
