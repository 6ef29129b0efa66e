using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace LoginVerification.EntityFrameworkCore;

/// <summary>How long the outbox's queue is.</summary>
internal interface IOutboxGauge
{
    /// <summary>Counts the messages that were due before an instant, and those that failed so often or more.</summary>
    Task<(int Overdue, int Failing)> MeasureAsync(Instant dueBefore, int failures, CancellationToken cancellationToken);
}

/// <summary>An account whose pending number has lapsed, and when, in milliseconds since 1970.</summary>
internal sealed record LapsedAccount(long LapsedAt, string Account);

/// <content>What housekeeping and the health check look for.</content>
internal sealed partial class EntityFrameworkEnrolments<TContext>
{
    /// <summary>Accounts whose pending number has lapsed, the longest lapsed first, those after one.</summary>
    public async Task<IReadOnlyList<LapsedAccount>> FindLapsedAsync(Instant now, LapsedAccount? after, int most, CancellationToken cancellationToken)
    {
        await using var lease = Open();
        var present = now.ToUnixTimeMilliseconds();
        var (from, account) = after is null ? (long.MinValue, "") : (after.LapsedAt, after.Account);
        return await lease.Context.Set<EnrolmentRow>()
            .Where(row => row.PendingLapsesAt <= present && row.PendingLapsesAt >= from && (row.PendingLapsesAt > from || row.Account.CompareTo(account) > 0))
            .OrderBy(row => row.PendingLapsesAt).ThenBy(row => row.Account).Take(most)
            .Select(row => new LapsedAccount(row.PendingLapsesAt!.Value, row.Account)).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<(int Overdue, int Failing)> MeasureAsync(Instant dueBefore, int failures, CancellationToken cancellationToken)
    {
        await using var lease = Open();
        var (outbox, before) = (lease.Context.Set<OutboxRow>(), dueBefore.ToUnixTimeMilliseconds());
        return (
            await outbox.CountAsync(row => row.DueAt < before, cancellationToken).ConfigureAwait(false),
            await outbox.CountAsync(row => row.Attempts >= failures, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Accounts of which anything is stored that can be sealed, in the order of the database, those after one.</summary>
    public async Task<IReadOnlyList<string>> FindAfterAsync(string? account, int most, CancellationToken cancellationToken)
    {
        await using var lease = Open();
        var enrolled = lease.Context.Set<EnrolmentRow>().Select(row => row.Account).Where(other => account == null || other.CompareTo(account) > 0).Order().Take(most);
        // Grouped and not made distinct, so that PostgreSQL goes along the key. Events without a snapshot are damage, and yet they are under a key.
        var told = lease.Context.Set<EventRow>().Where(row => account == null || row.Account.CompareTo(account) > 0)
            .GroupBy(row => row.Account).Select(events => events.Key).Order().Take(most);
        var erased = lease.Context.Set<ErasureRow>().Where(row => account == null || row.Account.CompareTo(account) > 0)
            .GroupBy(row => row.Account).Select(erasures => erasures.Key).Order().Take(most);
        return await enrolled.Union(told).Union(erased).Order().Take(most).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether something of an account is under an older key, or none. Rows of numbers are never without an event under the same key.</summary>
    public async Task<bool> IsBehindAsync(string account, CancellationToken cancellationToken)
    {
        await using var lease = Open();
        var bodies = await lease.Context.Set<EnrolmentRow>().Where(row => row.Account == account).Select(row => row.Snapshot)
            .Concat(lease.Context.Set<EventRow>().Where(row => row.Account == account).Select(row => row.Body))
            .Concat(lease.Context.Set<ErasureRow>().Where(row => row.Account == account).Select(row => row.Body))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return !bodies.TrueForAll(sealer.IsCurrent);
    }
}
