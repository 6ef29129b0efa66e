using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.EntityFrameworkCore;

/// <summary>
/// Enrolments in the tables of a context: a load is one query, a save is one batch in one transaction. Each call has a context of its own, so
/// that one instance serves the whole process. Thread-safe.
/// </summary>
internal sealed partial class EntityFrameworkEnrolments<TContext> : IEnrolmentStore, IEnrolmentHistory, IOutbox, IOutboxGauge
    where TContext : DbContext
{
    private readonly IServiceScopeFactory scopes;
    private readonly Sealer sealer;
    private readonly NumberTokens tokens;
    private readonly WriteQueue writes;
    private readonly CompiledQueries<TContext> queries = new();
    private readonly GroupCommit<OutboxMessage> ended;

    public EntityFrameworkEnrolments(IServiceScopeFactory scopes, Sealer sealer, NumberTokens tokens, WriteQueue writes)
    {
        (this.scopes, this.sealer, this.tokens, this.writes) = (scopes, sealer, tokens, writes);
        ended = new GroupCommit<OutboxMessage>(EndAsync, MostEndedTogether);
    }

    public async ValueTask<Enrolment?> LoadAsync(AccountId account, CancellationToken cancellationToken)
    {
        await using var lease = Open();
        string? snapshot = null, lastEvent = null;
        await foreach (var document in queries.Enrolment(lease.Context, account.Value).WithCancellation(cancellationToken).ConfigureAwait(false))
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
        return await queries.Holders(lease.Context, tokens.AllOf(number), except.Value, cancellationToken).ConfigureAwait(false);
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
        return await queries.IsOptedOut(lease.Context, tokens.AllOf(number), cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<EnrolmentEvent>> ReadAsync(AccountId account, long from, int most, CancellationToken cancellationToken)
    {
        await using var lease = Open();
        var events = new List<EnrolmentEvent>();
        await foreach (var row in queries.History(lease.Context, account.Value, from, most).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (row.Version != from + events.Count)
                throw StoredFault.At("$", "an event is missing before this one.");
            events.Add(StoredFormat.ReadEvent(sealer.OpenEvent(row.Body, account.Value, row.Version)));
        }

        return events;
    }

    private ContextLease<TContext> Open()
    {
        var lease = new ContextLease<TContext>(scopes);
        // Whatever the host's context is set to: a save is written whole or not at all.
        lease.Context.Database.AutoTransactionBehavior = AutoTransactionBehavior.WhenNeeded;
        return lease;
    }
}
