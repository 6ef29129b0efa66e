using NodaTime;

namespace LoginVerification.Ports;

/// <summary>
/// Store, history and outbox in the memory of one process: for tests, demonstrations and tools. Everything is gone with the process.
/// Thread-safe.
/// </summary>
public sealed class InMemoryEnrolments : IEnrolmentStore, IEnrolmentHistory, IOutbox
{
    private readonly Lock gate = new();
    private readonly Dictionary<AccountId, Enrolment> snapshots = [];
    private readonly Dictionary<AccountId, List<EnrolmentEvent>> histories = [];
    private readonly Dictionary<string, OutboxMessage> outbox = [];

    /// <inheritdoc/>
    public ValueTask<Enrolment?> LoadAsync(AccountId account, CancellationToken cancellationToken)
    {
        lock (gate)
            return new(snapshots.GetValueOrDefault(account));
    }

    /// <inheritdoc/>
    public ValueTask<bool> TrySaveAsync(EnrolmentChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (gate)
        {
            var account = change.Enrolment.Account;
            if ((snapshots.GetValueOrDefault(account)?.Version ?? 0) != change.ExpectedVersion)
                return new(false);
            snapshots[account] = change.Enrolment;
            if (!histories.TryGetValue(account, out var history))
                histories.Add(account, history = []);
            history.AddRange(change.Events);
            foreach (var message in change.Outbox)
                outbox.Add(message.Id, message);
            return new(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<int> CountAccountsAsync(PhoneNumber number, AccountId except, CancellationToken cancellationToken)
    {
        lock (gate)
            return new(snapshots.Values.Count(enrolment => enrolment.Account != except && enrolment.Phone?.Details.Number == number));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<EnrolmentEvent>> ReadAsync(AccountId account, CancellationToken cancellationToken)
    {
        lock (gate)
            return new([.. histories.GetValueOrDefault(account) ?? []]);
    }

    /// <inheritdoc/>
    public ValueTask EraseAsync(AccountId account, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            snapshots.Remove(account);
            histories.Remove(account);
            foreach (var message in outbox.Values.Where(message => message.Account == account).ToArray())
                outbox.Remove(message.Id);
        }

        return default;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<OutboxMessage>> ClaimAsync(Instant now, Instant leaseUntil, int most, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            OutboxMessage[] due = [.. outbox.Values.Where(message => message.DueAt <= now).OrderBy(message => message.DueAt).Take(most)];
            foreach (var message in due)
                outbox[message.Id] = message with { DueAt = leaseUntil };
            return new(due);
        }
    }

    /// <inheritdoc/>
    public ValueTask CompleteAsync(OutboxMessage message, Instant? retryAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (gate)
        {
            if (retryAt is { } at && outbox.ContainsKey(message.Id))
                outbox[message.Id] = message with { DueAt = at };
            else
                outbox.Remove(message.Id);
        }

        return default;
    }
}
