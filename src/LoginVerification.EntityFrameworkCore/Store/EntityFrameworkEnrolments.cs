using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.EntityFrameworkCore;

/// <summary>
/// Enrolments in the tables of a context: a load is one query, a save is one batch in one transaction. Each call has a context of its own, so
/// that one instance serves the whole process. Thread-safe.
/// </summary>
internal sealed partial class EntityFrameworkEnrolments<TContext>(IServiceScopeFactory scopes, Sealer sealer, NumberTokens tokens) : IEnrolmentStore, IEnrolmentHistory, IOutbox, IOutboxGauge
    where TContext : DbContext
{
    // Compiled once a store, not once a process: two stores of one process may be on two databases.
    // The snapshot, and the event that vouches for it: one of them without the other is damage, and no account without an enrolment. One statement, so
    // that no save comes in between.
    private readonly Func<TContext, string, IAsyncEnumerable<Document>> stored = EF.CompileAsyncQuery((TContext context, string account) =>
        context.Set<EnrolmentRow>().Where(row => row.Account == account).Select(row => new { IsSnapshot = true, row.Version, Body = row.Snapshot })
            .Concat(context.Set<EventRow>().Where(row => row.Account == account).OrderByDescending(row => row.Version).Take(1).Select(row => new { IsSnapshot = false, row.Version, row.Body }))
            .Select(row => new Document(row.IsSnapshot, row.Version, row.Body)));

    private readonly Func<TContext, string, long, IAsyncEnumerable<Document>> history = EF.CompileAsyncQuery((TContext context, string account, long from) =>
        context.Set<EventRow>().Where(row => row.Account == account && row.Version >= from).OrderBy(row => row.Version).Select(row => new Document(false, row.Version, row.Body)));

    public async ValueTask<Enrolment?> LoadAsync(AccountId account, CancellationToken cancellationToken)
    {
        await using var lease = Open();
        string? snapshot = null, lastEvent = null;
        await foreach (var document in stored(lease.Context, account.Value).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (document.IsSnapshot)
                snapshot = sealer.OpenSnapshot(document.Body, account.Value, document.Version);
            else
                lastEvent = sealer.OpenEvent(document.Body, account.Value, document.Version);
        }

        return StoredFormat.ReadEnrolment(snapshot, lastEvent);
    }

    public async ValueTask<int> CountAccountsAsync(PhoneNumber number, AccountId except, CancellationToken cancellationToken)
    {
        await using var lease = Open();
        var (meant, own) = (tokens.AllOf(number), except.Value);
        return await lease.Context.Set<NumberRow>()
            .CountAsync(row => meant.Contains(row.Number) && row.IsHeld && row.Account != own, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<AccountId>> FindAccountsAsync(PhoneNumber number, CancellationToken cancellationToken)
    {
        await using var lease = Open();
        var meant = tokens.AllOf(number);
        var accounts = await lease.Context.Set<NumberRow>()
            .Where(row => meant.Contains(row.Number)).Select(row => row.Account).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. accounts.Select(AccountId.Parse)];
    }

    public async ValueTask<bool> IsOptedOutAsync(PhoneNumber number, CancellationToken cancellationToken)
    {
        await using var lease = Open();
        var meant = tokens.AllOf(number);
        return await lease.Context.Set<NumberRow>().AnyAsync(row => meant.Contains(row.Number) && row.IsOptedOut, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<EnrolmentEvent>> ReadAsync(AccountId account, long from, CancellationToken cancellationToken)
    {
        await using var lease = Open();
        var events = new List<EnrolmentEvent>();
        await foreach (var row in history(lease.Context, account.Value, from).WithCancellation(cancellationToken).ConfigureAwait(false))
            events.Add(StoredFormat.ReadEvent(sealer.OpenEvent(row.Body, account.Value, row.Version)));
        return events;
    }

    public async ValueTask EraseAsync(AccountId account, CancellationToken cancellationToken)
    {
        await using var lease = Open();
        var (context, erased) = (lease.Context, account.Value);
        // A host's context may repeat what failed in passing, and then wants to be handed the transaction whole.
        await Race.RunAsync(() => context.Database.CreateExecutionStrategy().ExecuteAsync(
            async token =>
            {
                await using var transaction = await context.Database.BeginTransactionAsync(token).ConfigureAwait(false);
                // The snapshot first: a save in flight waits for this, and then finds nothing to replace.
                await context.Set<EnrolmentRow>().Where(row => row.Account == erased).ExecuteDeleteAsync(token).ConfigureAwait(false);
                await context.Set<EventRow>().Where(row => row.Account == erased).ExecuteDeleteAsync(token).ConfigureAwait(false);
                await context.Set<NumberRow>().Where(row => row.Account == erased).ExecuteDeleteAsync(token).ConfigureAwait(false);
                await context.Set<OutboxRow>().Where(row => row.Account == erased).ExecuteDeleteAsync(token).ConfigureAwait(false);
                await transaction.CommitAsync(token).ConfigureAwait(false);
                return true;
            },
            cancellationToken)).ConfigureAwait(false);
    }

    private ContextLease<TContext> Open()
    {
        var lease = new ContextLease<TContext>(scopes);
        // Whatever the host's context is set to: a save is written whole or not at all.
        lease.Context.Database.AutoTransactionBehavior = AutoTransactionBehavior.WhenNeeded;
        return lease;
    }

    private sealed record Document(bool IsSnapshot, long Version, byte[] Body);
}
