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

    /// <summary>An account cannot be read: its key stays in the register, and the next start of a process tries again.</summary>
    private bool isResealingStuck;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await LapseAsync(cancellationToken).ConfigureAwait(false);
        await ResealAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task LapseAsync(CancellationToken cancellationToken)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        LapsedAccount? last = null;
        // One that cannot be read stays, and keeps nobody behind it waiting.
        while (await store.FindLapsedAsync(now, last, BatchSize, cancellationToken).ConfigureAwait(false) is { Count: > 0 } lapsed)
        {
            foreach (var found in lapsed)
                await TryLapseAsync(AccountId.Parse(found.Account), cancellationToken).ConfigureAwait(false);
            last = lapsed[^1];
        }
    }

    private async Task ResealAsync(CancellationToken cancellationToken)
    {
        // Asked even where nothing more can be done here, because it puts the key back that is written with.
        if (await register.UnfinishedAsync(cancellationToken).ConfigureAwait(false) is not { ResealedTo: var reached, CleanAt: var cleanAt } || isResealingStuck)
            return;
        while (await store.FindAfterAsync(reached, BatchSize, cancellationToken).ConfigureAwait(false) is { Count: > 0 } accounts)
        {
            foreach (var account in accounts)
            {
                if (!await store.IsBehindAsync(account, cancellationToken).ConfigureAwait(false))
                    continue;
                // Before it is sealed anew: afterwards nobody would see that it was found.
                if (cleanAt is not null)
                    await register.FoundAsync(cancellationToken).ConfigureAwait(false);
                cleanAt = null;
                isResealingStuck |= !await TryResealAsync(account, cancellationToken).ConfigureAwait(false);
            }

            reached = accounts[^1];
            // All up to there has to be sealed anew, also for a process that goes on from there.
            if (!isResealingStuck)
                await register.ReachedAsync(cleanAt, reached, cancellationToken).ConfigureAwait(false);
        }

        if (!isResealingStuck)
            await register.EndPassAsync(cleanAt, cancellationToken).ConfigureAwait(false);
    }

    /// <returns>Whether all of the account is sealed anew; false where it cannot be read.</returns>
    /// <exception cref="Exception">The database is down, or the account is busy: it will be done the next time.</exception>
    private async Task<bool> TryResealAsync(string account, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            try
            {
                if (await store.ResealAsync(account, cancellationToken).ConfigureAwait(false))
                    return true;
            }
            catch (Exception unreadable) when (unreadable is SealedDataException or StoredDataException)
            {
                LogAccountFailed(logger, unreadable.GetType().Name);
                return false;
            }
        }

        throw new InvalidOperationException("Commands came in between each time.");
    }

    /// <summary>One account's trouble is not another's.</summary>
    private async Task TryLapseAsync(AccountId account, CancellationToken cancellationToken)
    {
        try
        {
            await enrolments.HandleAsync(Caller.Time(account), new LapsePending(), cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // What cannot be read by now may be an older release's, or damaged.
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogAccountFailed(logger, failure.GetType().Name);
        }
    }

    [LoggerMessage(42, LogLevel.Error, "Housekeeping left out an account ({Failure}).")]
    private static partial void LogAccountFailed(ILogger logger, string failure);
}
