using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace LoginVerification.EntityFrameworkCore;

/// <summary>What nobody's request does.</summary>
internal interface IHousekeeping
{
    /// <summary>One round: all that is due now.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}

/// <summary>
/// Forgets pending numbers whose time is over, and seals older data by the current key. In batches, and by any number of
/// processes at once, which repeat each other's work at worst.
/// </summary>
internal sealed partial class Housekeeping<TContext>(
    EntityFrameworkEnrolments<TContext> store,
    SealingRegister<TContext> register,
    IEnrolmentService enrolments,
    TimeProvider time,
    ILogger<Housekeeping<TContext>> logger) : IHousekeeping
    where TContext : DbContext
{
    private const int BatchSize = 100;
    private const int MostTries = 5;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await LapseAsync(cancellationToken).ConfigureAwait(false);
        await ResealAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task LapseAsync(CancellationToken cancellationToken)
    {
        AccountId? last = null;
        do
        {
            var lapsed = await store.FindLapsedAsync(Instant.FromDateTimeOffset(time.GetUtcNow()), BatchSize, cancellationToken).ConfigureAwait(false);
            // One that cannot be read is met again each time: it must not keep the others waiting for ever.
            if (lapsed.Count == 0 || lapsed[0] == last)
                return;
            last = lapsed[0];
            foreach (var account in lapsed)
                await TryAsync(() => enrolments.HandleAsync(Caller.Time(account), new LapsePending(), cancellationToken).AsTask(), cancellationToken).ConfigureAwait(false);
        }
        while (!cancellationToken.IsCancellationRequested);
    }

    private async Task ResealAsync(CancellationToken cancellationToken)
    {
        var isWhole = true;
        while (await register.UnfinishedAsync(cancellationToken).ConfigureAwait(false) is { } unfinished)
        {
            var accounts = await store.FindAfterAsync(unfinished.ResealedTo, BatchSize, cancellationToken).ConfigureAwait(false);
            if (accounts.Count == 0)
            {
                // An account that cannot be opened keeps its key in the register; the next start tries again.
                if (isWhole)
                    await register.CompleteAsync(cancellationToken).ConfigureAwait(false);
                return;
            }

            foreach (var account in accounts)
                isWhole &= await TryAsync(() => ResealAsync(account, cancellationToken), cancellationToken).ConfigureAwait(false);
            await register.ReachedAsync(accounts[^1], cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> ResealAsync(string account, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            if (await store.ResealAsync(account, cancellationToken).ConfigureAwait(false))
                return true;
        }

        throw new InvalidOperationException("Commands came in between each time.");
    }

    /// <summary>One account's trouble is not another's.</summary>
    private async Task<bool> TryAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work().ConfigureAwait(false);
            return true;
        }
#pragma warning disable CA1031 // What cannot be read by now may be an older release's, or damaged.
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogAccountFailed(logger, failure.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(42, LogLevel.Error, "Housekeeping left out an account ({Failure}).")]
    private static partial void LogAccountFailed(ILogger logger, string failure);
}
