using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace LoginVerification.EntityFrameworkCore;

/// <summary>How long the outbox's queue is.</summary>
internal interface IOutboxGauge
{
    /// <summary>Counts the messages that were due before an instant, and those that failed so often or more.</summary>
    Task<(int Overdue, int Failing)> MeasureAsync(Instant dueBefore, int failures, CancellationToken cancellationToken);
}

/// <content>What housekeeping and the health check look for.</content>
internal sealed partial class EntityFrameworkEnrolments<TContext>
{
    /// <summary>Accounts whose pending number has lapsed, the longest lapsed first.</summary>
    public async Task<IReadOnlyList<AccountId>> FindLapsedAsync(Instant now, int most, CancellationToken cancellationToken)
    {
        await using var lease = Open();
        var present = now.ToUnixTimeMilliseconds();
        var accounts = await lease.Context.Set<EnrolmentRow>().Where(row => row.PendingLapsesAt <= present)
            .OrderBy(row => row.PendingLapsesAt).ThenBy(row => row.Account).Take(most).Select(row => row.Account).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. accounts.Select(AccountId.Parse)];
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

    /// <summary>Accounts that have an enrolment, or had one that was erased, in the order of the database, those after one.</summary>
    public async Task<IReadOnlyList<string>> FindAfterAsync(string? account, int most, CancellationToken cancellationToken)
    {
        await using var lease = Open();
        var enrolled = lease.Context.Set<EnrolmentRow>().Select(row => row.Account).Where(other => account == null || other.CompareTo(account) > 0).Order().Take(most);
        var erased = lease.Context.Set<ErasureRow>().Select(row => row.Account).Distinct().Where(other => account == null || other.CompareTo(account) > 0).Order().Take(most);
        return await enrolled.Union(erased).Order().Take(most).ToListAsync(cancellationToken).ConfigureAwait(false);
    }
}
