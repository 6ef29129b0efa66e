using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.EntityFrameworkCore;

/// <summary>
/// Which keys the database's data may be sealed by. A key is entered by the first process that starts with it. The one that was entered last seals
/// data anew, in passes through all accounts; the others leave when a pass that began <see cref="Grace"/> after another found nothing under them.
/// </summary>
internal sealed class SealingRegister<TContext>(IServiceScopeFactory scopes, SealingKeys keys, Sealer sealer, WriteQueue writes, TimeProvider time)
    where TContext : DbContext
{
    /// <summary>How long a process may go on under an older key.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    /// <summary>Enters the current key where it is new.</summary>
    /// <exception cref="InvalidOperationException">A key is missing, or is another than the one that data was sealed by.</exception>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        var entered = await ReadAsync(cancellationToken).ConfigureAwait(false);
        foreach (var row in entered)
        {
            if (!keys.Has(row.KeyId))
                throw new InvalidOperationException($"The database of log-in verification has data sealed by the key \"{row.KeyId}\". Put it into SealingKeys, and leave it there until all data is sealed by a newer one.");
            if (!sealer.Checks(row.Check))
                throw new InvalidOperationException($"SealingKeys[\"{row.KeyId}\"] is not the key by which data in the database of log-in verification is sealed. Put the right one there; nothing was changed.");
        }

        if (keys.CurrentId is not { } current || entered.Any(row => row.KeyId == current))
            return;
        await using var lease = new ContextLease<TContext>(scopes);
        var hasData = await lease.Context.Set<EnrolmentRow>().AnyAsync(cancellationToken).ConfigureAwait(false)
            || await lease.Context.Set<ErasureRow>().AnyAsync(cancellationToken).ConfigureAwait(false);
        if (hasData && entered.Count == 0 && !keys.ReadsUnsealed)
            throw new InvalidOperationException("The database of log-in verification has data that is not sealed, and there is a key. Set ReadsUnsealed = true until all data is sealed, which goes on in the background.");
        await AddAsync(current, entered.Select(row => row.Sequence).DefaultIfEmpty().Max() + 1, isComplete: !hasData && entered.Count == 0, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The entry of the current key, where data has to be sealed anew by it now; null where nothing is to be done.</summary>
    public async Task<SealingKeyRow?> UnfinishedAsync(CancellationToken cancellationToken)
    {
        if (keys.CurrentId is not { } current)
            return null;
        var rows = await ReadAsync(cancellationToken).ConfigureAwait(false);
        if (!rows.Exists(row => row.KeyId == current))
        {
            // It left, and yet here it is written with. That makes it needed, and not the newest one.
            await AddAsync(current, 0, isComplete: false, cancellationToken).ConfigureAwait(false);
            return null;
        }

        var last = rows.OrderBy(row => row.Sequence).ThenBy(row => row.KeyId, StringComparer.Ordinal).Last();
        var isDone = last.IsComplete && rows.Count == 1;
        return last.KeyId == current && !isDone && !(last.CleanAt > Now - (long)Grace.TotalMilliseconds) ? last : null;
    }

    /// <summary>Writes down how far a pass has come.</summary>
    /// <param name="cleanAt">As it was when the pass began: where it is another by now, another process ended the pass.</param>
    /// <param name="account">All up to there is sealed anew.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task ReachedAsync(long? cleanAt, string account, CancellationToken cancellationToken)
    {
        using var turn = await writes.EnterAsync(cancellationToken).ConfigureAwait(false);
        await using var lease = new ContextLease<TContext>(scopes);
        await Current(lease).Where(row => row.CleanAt == cleanAt).ExecuteUpdateAsync(set => set.SetProperty(row => row.ResealedTo, account), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Something under another key was found: the others stay for another <see cref="Grace"/>.</summary>
    public async Task FoundAsync(CancellationToken cancellationToken)
    {
        using var turn = await writes.EnterAsync(cancellationToken).ConfigureAwait(false);
        await using var lease = new ContextLease<TContext>(scopes);
        await Current(lease).ExecuteUpdateAsync(set => set.SetProperty(row => row.CleanAt, (long?)null), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A pass ended: all data is sealed by the current key. The others leave where nothing under them was found since <paramref name="cleanAt"/>.</summary>
    public async Task EndPassAsync(long? cleanAt, CancellationToken cancellationToken)
    {
        using var turn = await writes.EnterAsync(cancellationToken).ConfigureAwait(false);
        await using var lease = new ContextLease<TContext>(scopes);
        var (rows, now) = (lease.Context.Set<SealingKeyRow>(), Now);
        // Whoever enters a key takes CleanAt away first, so that only those leave that were there when the pass began.
        if (cleanAt is not null)
        {
            await rows.Where(row => row.KeyId != keys.CurrentId && rows.Any(mine => mine.KeyId == keys.CurrentId && mine.CleanAt == cleanAt))
                .ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        }

        // If the process dies before this, another pass ends here.
        await Current(lease).Where(row => row.CleanAt == cleanAt).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.CleanAt, now).SetProperty(row => row.ResealedTo, (string?)null).SetProperty(row => row.IsComplete, row => !rows.Any(other => other.KeyId != row.KeyId)),
            cancellationToken).ConfigureAwait(false);
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Enters a key, and lets every pass begin anew.</summary>
    private async Task AddAsync(string current, int sequence, bool isComplete, CancellationToken cancellationToken)
    {
        using var turn = await writes.EnterAsync(cancellationToken).ConfigureAwait(false);
        await using var lease = new ContextLease<TContext>(scopes);
        await lease.Context.Set<SealingKeyRow>().ExecuteUpdateAsync(
            set => set.SetProperty(row => row.CleanAt, (long?)null).SetProperty(row => row.ResealedTo, (string?)null).SetProperty(row => row.IsComplete, false),
            cancellationToken).ConfigureAwait(false);
        lease.Context.Add(new SealingKeyRow { KeyId = current, Check = sealer.SealCheck(current), Sequence = sequence, IsComplete = isComplete });
        try
        {
            await lease.Context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DbUpdateException)
        {
            // Another process entered a key of that id meanwhile: it has to be the same one.
            var rows = await ReadAsync(cancellationToken).ConfigureAwait(false);
            if (!rows.Any(row => row.KeyId == current && sealer.Checks(row.Check)))
                throw;
        }
    }

    private IQueryable<SealingKeyRow> Current(ContextLease<TContext> lease) => lease.Context.Set<SealingKeyRow>().Where(row => row.KeyId == keys.CurrentId);

    private async Task<List<SealingKeyRow>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var lease = new ContextLease<TContext>(scopes);
        return await lease.Context.Set<SealingKeyRow>().AsNoTracking().ToListAsync(cancellationToken).ConfigureAwait(false);
    }
}
