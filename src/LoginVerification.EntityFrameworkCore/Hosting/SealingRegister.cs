using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.EntityFrameworkCore;

/// <summary>
/// Which keys the database's data may be sealed by. A key is entered by the first process that starts with it, and leaves when all data is sealed by a
/// newer one.
/// </summary>
internal sealed class SealingRegister<TContext>(IServiceScopeFactory scopes, SealingKeys keys, Sealer sealer)
    where TContext : DbContext
{
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
        lease.Context.Add(new SealingKeyRow { KeyId = current, Check = sealer.SealCheck(current), IsComplete = !hasData });
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

    /// <summary>The entry of the current key, where data has to be sealed anew; null where nothing is to be done.</summary>
    public async Task<SealingKeyRow?> UnfinishedAsync(CancellationToken cancellationToken) =>
        (await ReadAsync(cancellationToken).ConfigureAwait(false)).Find(row => row.KeyId == keys.CurrentId && !row.IsComplete);

    /// <summary>Writes down how far sealing anew has come.</summary>
    public async Task ReachedAsync(string account, CancellationToken cancellationToken)
    {
        await using var lease = new ContextLease<TContext>(scopes);
        await Current(lease).ExecuteUpdateAsync(set => set.SetProperty(row => row.ResealedTo, account), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>All data is sealed by the current key: the others leave.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await using var lease = new ContextLease<TContext>(scopes);
        await Current(lease).ExecuteUpdateAsync(set => set.SetProperty(row => row.IsComplete, true).SetProperty(row => row.ResealedTo, (string?)null), cancellationToken).ConfigureAwait(false);
        await lease.Context.Set<SealingKeyRow>().Where(row => row.KeyId != keys.CurrentId).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }

    private IQueryable<SealingKeyRow> Current(ContextLease<TContext> lease) => lease.Context.Set<SealingKeyRow>().Where(row => row.KeyId == keys.CurrentId);

    private async Task<List<SealingKeyRow>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var lease = new ContextLease<TContext>(scopes);
        return await lease.Context.Set<SealingKeyRow>().AsNoTracking().ToListAsync(cancellationToken).ConfigureAwait(false);
    }
}
