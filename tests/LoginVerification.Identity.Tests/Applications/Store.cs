using NodaTime;

namespace LoginVerification.Identity.Tests.Applications;

/// <summary>Enrolments in memory, which a test can make unreadable.</summary>
internal sealed class Store(InMemoryEnrolments inner) : IEnrolmentStore, IEnrolmentHistory, IOutbox
{
    public bool IsBroken { get; set; }

    public ValueTask<Enrolment?> LoadAsync(AccountId account, CancellationToken cancellationToken) =>
        IsBroken ? throw new IOException("The test broke the store.") : inner.LoadAsync(account, cancellationToken);

    public ValueTask<bool> TrySaveAsync(EnrolmentChange change, CancellationToken cancellationToken) => inner.TrySaveAsync(change, cancellationToken);

    public ValueTask<int> CountAccountsAsync(PhoneNumber number, AccountId except, CancellationToken cancellationToken) => inner.CountAccountsAsync(number, except, cancellationToken);

    public ValueTask<IReadOnlyList<AccountId>> FindAccountsAsync(PhoneNumber number, CancellationToken cancellationToken) => inner.FindAccountsAsync(number, cancellationToken);

    public ValueTask<bool> IsOptedOutAsync(PhoneNumber number, CancellationToken cancellationToken) => inner.IsOptedOutAsync(number, cancellationToken);

    public ValueTask<IReadOnlyList<EnrolmentEvent>> ReadAsync(AccountId account, long from, int most, CancellationToken cancellationToken) => inner.ReadAsync(account, from, most, cancellationToken);

    public ValueTask EraseAsync(AccountId account, Origin origin, CancellationToken cancellationToken) => inner.EraseAsync(account, origin, cancellationToken);

    public ValueTask<IReadOnlyList<Erasure>> ReadErasuresAsync(AccountId account, CancellationToken cancellationToken) => inner.ReadErasuresAsync(account, cancellationToken);

    public ValueTask<IReadOnlyList<OutboxMessage>> ClaimAsync(Instant now, Instant leaseUntil, int most, CancellationToken cancellationToken) => inner.ClaimAsync(now, leaseUntil, most, cancellationToken);

    public ValueTask<bool> CompleteAsync(OutboxMessage message, Instant? retryAt, CancellationToken cancellationToken) => inner.CompleteAsync(message, retryAt, cancellationToken);

    public ValueTask<IReadOnlyList<OutboxMessage>> ReadWaitingAsync(AccountId account, CancellationToken cancellationToken) => inner.ReadWaitingAsync(account, cancellationToken);
}
