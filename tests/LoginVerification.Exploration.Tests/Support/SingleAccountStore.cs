namespace LoginVerification.Exploration.Tests.Support;

/// <summary>
/// A store for one account at a time, which a test fills and looks into. What is owed is forgotten at once. The explorer's accounts have no devices: whether
/// one is bound is a fact that it gives as it likes, so that here a device is lent to what is loaded, and taken from what is saved.
/// </summary>
internal sealed class SingleAccountStore : IEnrolmentStore, IEnrolmentHistory, IOutbox
{
    /// <summary>What lies there.</summary>
    public Enrolment? Snapshot { get; set; }

    /// <summary>What was saved since the test put something there, in order.</summary>
    public List<EnrolmentChange> Saved { get; } = [];

    /// <summary>Whether the account has a device.</summary>
    public bool HasDevice { get; set; }

    /// <summary>How many other accounts have any number.</summary>
    public int OtherAccounts { get; set; }

    private static readonly AppDevice Device = new(SignInSpace.Device, SignInSpace.Key, "a phone", NodaTime.Instant.FromUtc(2020, 1, 1, 0, 0));

    public void Put(Enrolment enrolment)
    {
        Snapshot = enrolment;
        Saved.Clear();
    }

    public ValueTask<Enrolment?> LoadAsync(AccountId account, CancellationToken cancellationToken) => new(HasDevice && Snapshot is not null ? Snapshot with { Devices = [Device] } : Snapshot);

    public ValueTask<bool> TrySaveAsync(EnrolmentChange change, CancellationToken cancellationToken)
    {
        if (change.ExpectedVersion != (Snapshot?.Version ?? 0))
            return new(false);
        Snapshot = change.Enrolment with { Devices = [] };
        Saved.Add(change);
        return new(true);
    }

    public ValueTask<int> CountAccountsAsync(PhoneNumber number, AccountId except, CancellationToken cancellationToken) => new(OtherAccounts);

    public ValueTask<IReadOnlyList<AccountId>> FindAccountsAsync(PhoneNumber number, CancellationToken cancellationToken) => new([]);

    public ValueTask<bool> IsOptedOutAsync(PhoneNumber number, CancellationToken cancellationToken) => new(false);

    public ValueTask<IReadOnlyList<EnrolmentEvent>> ReadAsync(AccountId account, long from, int most, CancellationToken cancellationToken) =>
        new([.. Saved.SelectMany(change => change.Events).Skip((int)from - 1).Take(most)]);

    public ValueTask EraseAsync(AccountId account, Origin origin, CancellationToken cancellationToken) => default;

    public ValueTask<IReadOnlyList<Erasure>> ReadErasuresAsync(AccountId account, CancellationToken cancellationToken) => new([]);

    public ValueTask<IReadOnlyList<OutboxMessage>> ClaimAsync(NodaTime.Instant now, NodaTime.Instant leaseUntil, int most, CancellationToken cancellationToken) => new([]);

    public ValueTask<bool> CompleteAsync(OutboxMessage message, NodaTime.Instant? retryAt, CancellationToken cancellationToken) => new(true);

    public ValueTask<IReadOnlyList<OutboxMessage>> ReadWaitingAsync(AccountId account, CancellationToken cancellationToken) => new([]);
}
