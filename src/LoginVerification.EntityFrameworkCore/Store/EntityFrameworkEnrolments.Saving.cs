using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;

namespace LoginVerification.EntityFrameworkCore;

/// <content>One batch in one transaction, and what is known when its end is not.</content>
internal sealed partial class EntityFrameworkEnrolments<TContext>
{
    public async ValueTask<bool> TrySaveAsync(EnrolmentChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        var stored = StoredFormat.Write(change);
        var account = change.Enrolment.Account.Value;
        EventRow[] events = [.. stored.Events.Select((text, index) => EventOf(account, change.ExpectedVersion + index + 1, text))];
        var isSaved = await TryWriteAsync(change, stored.Snapshot, events, cancellationToken).ConfigureAwait(false);
        // Rows of numbers that an older key named were not found; now they are under the current one.
        return isSaved ?? (await ResealAsync(account, cancellationToken).ConfigureAwait(false)
            && await TryWriteAsync(change, stored.Snapshot, events, cancellationToken).ConfigureAwait(false) is true);
    }

    /// <returns>Whether it is saved; null where the stored version is the expected one and yet a row was not as it was before, or somebody else was at one.</returns>
    private async ValueTask<bool?> TryWriteAsync(EnrolmentChange change, string snapshot, EventRow[] events, CancellationToken cancellationToken)
    {
        await using var lease = Open();
        using var turn = await writes.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Stage(lease.Context, change, snapshot, events);
            await lease.Context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
#pragma warning disable CA1031 // Each provider throws its own; what counts is what is stored.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return await SettleAsync(change, events[^1], failure).ConfigureAwait(false);
        }
    }

    private void Stage(TContext context, EnrolmentChange change, string snapshot, EventRow[] events)
    {
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        var after = change.Enrolment;
        var row = context.Entry(new EnrolmentRow
        {
            Account = after.Account.Value,
            Enrolment = Guid.ParseExact(after.Id!.Hex, "N"),
            Version = after.Version,
            PendingLapsesAt = after.Pending?.LapsesAt.ToUnixTimeMilliseconds(),
            Snapshot = sealer.SealSnapshot(snapshot, after.Account.Value, after.Version),
        });
        if (change.ExpectedVersion == 0)
        {
            row.State = EntityState.Added;
        }
        else
        {
            row.State = EntityState.Modified;
            row.Property(enrolment => enrolment.Enrolment).IsModified = false;
            row.Property(enrolment => enrolment.Version).OriginalValue = change.ExpectedVersion;
        }

        context.AddRange(events);
        context.AddRange(change.Outbox.Select(RowOf));
        foreach (var (number, wasThere, now) in NumberChanges.Of(change.Before, after))
        {
            context.Entry(new NumberRow { Account = after.Account.Value, Number = tokens.Of(number), IsHeld = now?.IsHeld ?? false, IsOptedOut = now?.IsOptedOut ?? false }).State =
                now is null ? EntityState.Deleted : wasThere ? EntityState.Modified : EntityState.Added;
        }
    }

    /// <summary>
    /// A save failed: a race was lost, or the database could not tell whether it committed. Looks at what is stored now. The last event tells this
    /// save from any other, by the nonce that it was written with.
    /// </summary>
    private async ValueTask<bool?> SettleAsync(EnrolmentChange change, EventRow last, Exception failure)
    {
        await using var lease = Open();
        var account = last.Account;
        var stored = await lease.Context.Set<EnrolmentRow>().Where(row => row.Account == account)
            .Select(row => new { row.Enrolment, row.Version }).FirstOrDefaultAsync(CancellationToken.None).ConfigureAwait(false);
        var written = await lease.Context.Set<EventRow>().Where(row => row.Account == account && row.Version == last.Version)
            .Select(row => row.Body).FirstOrDefaultAsync(CancellationToken.None).ConfigureAwait(false);
        if (written is not null && written.AsSpan().SequenceEqual(last.Body))
            return true;
        if (stored is null ? change.ExpectedVersion != 0 : stored.Version != change.ExpectedVersion || stored.Enrolment.ToString("N") != change.Enrolment.Id!.Hex)
            return false;
        if (failure is not DbUpdateConcurrencyException && !Race.IsLost(failure))
            ExceptionDispatchInfo.Throw(failure);
        return null;
    }

    private EventRow EventOf(string account, long version, string text) =>
        new() { Account = account, Version = version, Body = sealer.SealEvent(text, account, version) };
}
