using NodaTime;

namespace LoginVerification.Tests;

/// <summary>A sound store, history and outbox with one part put in by the test in place of the sound one.</summary>
internal sealed class FlawedEnrolments : IEnrolmentStore, IEnrolmentHistory, IOutbox
{
    public FlawedEnrolments()
    {
        Load = account => Sound.LoadAsync(account, default);
        Save = (change, _) => Sound.TrySaveAsync(change, default);
        Count = (number, except) => Sound.CountAccountsAsync(number, except, default);
        Read = (account, from, most) => Sound.ReadAsync(account, from, most, default);
        Erase = (account, origin) => Sound.EraseAsync(account, origin, default);
        Erasures = account => Sound.ReadErasuresAsync(account, default);
        Claim = (now, leaseUntil, most) => Sound.ClaimAsync(now, leaseUntil, most, default);
        Complete = (message, retryAt) => Sound.CompleteAsync(message, retryAt, default);
        Find = number => Sound.FindAccountsAsync(number, default);
        OptedOut = number => Sound.IsOptedOutAsync(number, default);
        Waiting = account => Sound.ReadWaitingAsync(account, default);
    }

    public InMemoryEnrolments Sound { get; } = new();

    public Func<AccountId, ValueTask<Enrolment?>> Load { get; set; }

    public Func<EnrolmentChange, CancellationToken, ValueTask<bool>> Save { get; set; }

    public Func<PhoneNumber, AccountId, ValueTask<int>> Count { get; set; }

    public Func<AccountId, long, int, ValueTask<IReadOnlyList<EnrolmentEvent>>> Read { get; set; }

    public Func<AccountId, Origin, ValueTask> Erase { get; set; }

    public Func<AccountId, ValueTask<IReadOnlyList<Erasure>>> Erasures { get; set; }

    public Func<Instant, Instant, int, ValueTask<IReadOnlyList<OutboxMessage>>> Claim { get; set; }

    public Func<OutboxMessage, Instant?, ValueTask<bool>> Complete { get; set; }

    public Func<PhoneNumber, ValueTask<IReadOnlyList<AccountId>>> Find { get; set; }

    public Func<PhoneNumber, ValueTask<bool>> OptedOut { get; set; }

    public Func<AccountId, ValueTask<IReadOnlyList<OutboxMessage>>> Waiting { get; set; }

    public ValueTask<Enrolment?> LoadAsync(AccountId account, CancellationToken cancellationToken) => Load(account);

    public ValueTask<bool> TrySaveAsync(EnrolmentChange change, CancellationToken cancellationToken) => Save(change, cancellationToken);

    public ValueTask<int> CountAccountsAsync(PhoneNumber number, AccountId except, CancellationToken cancellationToken) => Count(number, except);

    public ValueTask<IReadOnlyList<AccountId>> FindAccountsAsync(PhoneNumber number, CancellationToken cancellationToken) => Find(number);

    public ValueTask<bool> IsOptedOutAsync(PhoneNumber number, CancellationToken cancellationToken) => OptedOut(number);

    public ValueTask<IReadOnlyList<EnrolmentEvent>> ReadAsync(AccountId account, long from, int most, CancellationToken cancellationToken) => Read(account, from, most);

    public ValueTask EraseAsync(AccountId account, Origin origin, CancellationToken cancellationToken) => Erase(account, origin);

    public ValueTask<IReadOnlyList<Erasure>> ReadErasuresAsync(AccountId account, CancellationToken cancellationToken) => Erasures(account);

    public ValueTask<IReadOnlyList<OutboxMessage>> ClaimAsync(Instant now, Instant leaseUntil, int most, CancellationToken cancellationToken) =>
        Claim(now, leaseUntil, most);

    public ValueTask<bool> CompleteAsync(OutboxMessage message, Instant? retryAt, CancellationToken cancellationToken) => Complete(message, retryAt);

    public ValueTask<IReadOnlyList<OutboxMessage>> ReadWaitingAsync(AccountId account, CancellationToken cancellationToken) => Waiting(account);
}
