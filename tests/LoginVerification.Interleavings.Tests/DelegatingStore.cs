using NodaTime;

namespace LoginVerification.Tests;

/// <summary>The store in memory; what inherits changes one thing of it.</summary>
internal class DelegatingStore(InMemoryEnrolments inner) : IEnrolmentStore, IEnrolmentHistory, IOutbox
{
    protected InMemoryEnrolments Inner => inner;

    public ValueTask<Enrolment?> LoadAsync(AccountId account, CancellationToken cancellationToken) => inner.LoadAsync(account, cancellationToken);

    public virtual ValueTask<bool> TrySaveAsync(EnrolmentChange change, CancellationToken cancellationToken) => inner.TrySaveAsync(change, cancellationToken);

    public ValueTask<int> CountAccountsAsync(PhoneNumber number, AccountId except, CancellationToken cancellationToken) =>
        inner.CountAccountsAsync(number, except, cancellationToken);

    public virtual ValueTask<IReadOnlyList<EnrolmentEvent>> ReadAsync(AccountId account, long from, int most, CancellationToken cancellationToken) =>
        inner.ReadAsync(account, from, most, cancellationToken);

    public virtual ValueTask EraseAsync(AccountId account, Origin origin, CancellationToken cancellationToken) => inner.EraseAsync(account, origin, cancellationToken);

    public virtual ValueTask<IReadOnlyList<Erasure>> ReadErasuresAsync(AccountId account, CancellationToken cancellationToken) => inner.ReadErasuresAsync(account, cancellationToken);

    public ValueTask<IReadOnlyList<OutboxMessage>> ClaimAsync(Instant now, Instant leaseUntil, int most, CancellationToken cancellationToken) =>
        inner.ClaimAsync(now, leaseUntil, most, cancellationToken);

    public virtual ValueTask<bool> CompleteAsync(OutboxMessage message, Instant? retryAt, CancellationToken cancellationToken) =>
        inner.CompleteAsync(message, retryAt, cancellationToken);

    public ValueTask<IReadOnlyList<AccountId>> FindAccountsAsync(PhoneNumber number, CancellationToken cancellationToken) =>
        inner.FindAccountsAsync(number, cancellationToken);

    public ValueTask<bool> IsOptedOutAsync(PhoneNumber number, CancellationToken cancellationToken) => inner.IsOptedOutAsync(number, cancellationToken);

    public ValueTask<IReadOnlyList<OutboxMessage>> ReadWaitingAsync(AccountId account, CancellationToken cancellationToken) =>
        inner.ReadWaitingAsync(account, cancellationToken);
}
