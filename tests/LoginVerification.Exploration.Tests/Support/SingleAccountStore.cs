namespace LoginVerification.Exploration.Tests.Support;

/// <summary>A store for one account at a time, which a test fills and looks into. What is owed is forgotten at once.</summary>
internal sealed class SingleAccountStore : IEnrolmentStore, IEnrolmentHistory, IOutbox
{
    /// <summary>What lies there.</summary>
    public Enrolment? Snapshot { get; set; }

    /// <summary>What was saved since the test put something there, in order.</summary>
    public List<EnrolmentChange> Saved { get; } = [];

    /// <summary>How many other accounts have any number.</summary>
    public int OtherAccounts { get; set; }

    public void Put(Enrolment enrolment)
    {
        Snapshot = enrolment;
        Saved.Clear();
    }

    public ValueTask<Enrolment?> LoadAsync(AccountId account, CancellationToken cancellationToken) => new(Snapshot);

    public ValueTask<bool> TrySaveAsync(EnrolmentChange change, CancellationToken cancellationToken)
    {
        if (change.ExpectedVersion != (Snapshot?.Version ?? 0))
            return new(false);
        Snapshot = change.Enrolment;
        Saved.Add(change);
        return new(true);
    }

    public ValueTask<int> CountAccountsAsync(PhoneNumber number, AccountId except, CancellationToken cancellationToken) => new(OtherAccounts);

    public ValueTask<IReadOnlyList<AccountId>> FindAccountsAsync(PhoneNumber number, CancellationToken cancellationToken) => new([]);

    public ValueTask<bool> IsOptedOutAsync(PhoneNumber number, CancellationToken cancellationToken) => new(false);

    public ValueTask<IReadOnlyList<EnrolmentEvent>> ReadAsync(AccountId account, long from, CancellationToken cancellationToken) =>
        new([.. Saved.SelectMany(change => change.Events).Skip((int)from - 1)]);

    public ValueTask EraseAsync(AccountId account, Origin origin, CancellationToken cancellationToken) => default;

    public ValueTask<IReadOnlyList<Erasure>> ReadErasuresAsync(AccountId account, CancellationToken cancellationToken) => new([]);

    public ValueTask<IReadOnlyList<OutboxMessage>> ClaimAsync(NodaTime.Instant now, NodaTime.Instant leaseUntil, int most, CancellationToken cancellationToken) => new([]);

    public ValueTask<bool> CompleteAsync(OutboxMessage message, NodaTime.Instant? retryAt, CancellationToken cancellationToken) => new(true);

    public ValueTask<IReadOnlyList<OutboxMessage>> ReadWaitingAsync(AccountId account, CancellationToken cancellationToken) => new([]);
}
