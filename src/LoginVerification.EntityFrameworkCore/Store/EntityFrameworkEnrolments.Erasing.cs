using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace LoginVerification.EntityFrameworkCore;

/// <content>An enrolment goes, and a trail without numbers takes its place.</content>
internal sealed partial class EntityFrameworkEnrolments<TContext>
{
    public async ValueTask EraseAsync(AccountId account, Origin origin, CancellationToken cancellationToken)
    {
        await Race.RunAsync(async () =>
        {
            using var turn = await writes.EnterAsync(cancellationToken).ConfigureAwait(false);
            await using var lease = Open();
            var context = lease.Context;
            // A host's context may repeat what failed in passing, and then wants to be handed the transaction whole.
            await context.Database.CreateExecutionStrategy()
                .ExecuteAsync(token => EraseAsync(context, account.Value, origin, token), cancellationToken).ConfigureAwait(false);
            await EmptyLogAsync(context).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<Erasure>> ReadErasuresAsync(AccountId account, CancellationToken cancellationToken)
    {
        await using var lease = Open();
        var whose = account.Value;
        var rows = await lease.Context.Set<ErasureRow>().AsNoTracking().Where(row => row.Account == whose).OrderBy(row => row.Number).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => StoredFormat.ReadErasure(sealer.OpenErasure(row.Body, whose, row.Number)))];
    }

    private async Task EraseAsync(TContext context, string account, Origin origin, CancellationToken cancellationToken)
    {
        context.ChangeTracker.Clear();
        // What is read is what is erased: nothing of an enrolment that begins meanwhile goes, and whatever is written meanwhile fails, here or there.
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken).ConfigureAwait(false);
        var version = await context.Set<EnrolmentRow>().Where(row => row.Account == account).Select(row => (long?)row.Version).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        var events = await context.Set<EventRow>().AsNoTracking().Where(row => row.Account == account).OrderBy(row => row.Version).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (version is not null || events.Count > 0)
        {
            var earlier = await context.Set<ErasureRow>().Where(row => row.Account == account).MaxAsync(row => (int?)row.Number, cancellationToken).ConfigureAwait(false) ?? 0;
            var last = Math.Clamp(Math.Max(version ?? 0, events.LastOrDefault()?.Version ?? 0), 1, StoredBounds.MaxVersion);
            var left = StoredFormat.WriteErasure(new Erasure(origin, last, [.. events.Select(LeftOf).OfType<ErasedEvent>()]));
            context.Add(new ErasureRow { Account = account, Number = earlier + 1, Body = sealer.SealErasure(left, account, earlier + 1) });
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }

        await context.Set<EnrolmentRow>().Where(row => row.Account == account).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await context.Set<EventRow>().Where(row => row.Account == account).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await context.Set<NumberRow>().Where(row => row.Account == account).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await context.Set<OutboxRow>().Where(row => row.Account == account).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// SQLite keeps what pages were before in a log beside the file, which nobody else empties soon. Somebody else who is at the file at this moment keeps it
    /// as it is. The account is erased, whatever becomes of this.
    /// </summary>
    private static async Task EmptyLogAsync(TContext context)
    {
        if (context.Database.ProviderName is not "Microsoft.EntityFrameworkCore.Sqlite")
            return;
        try
        {
            await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)").ConfigureAwait(false);
        }
        catch (DbException)
        {
            // The next erasure empties it, or the last process that closes the file.
        }
    }

    /// <summary>What is left of an event; null for one that cannot be read, which keeps nobody from being erased.</summary>
    private ErasedEvent? LeftOf(EventRow row)
    {
        try
        {
            return row.Version is < 1 or > StoredBounds.MaxVersion ? null : ErasedEvent.Of(row.Version, StoredFormat.ReadEvent(sealer.OpenEvent(row.Body, row.Account, row.Version)));
        }
        catch (Exception unreadable) when (unreadable is SealedDataException or StoredDataException)
        {
            return null;
        }
    }
}
