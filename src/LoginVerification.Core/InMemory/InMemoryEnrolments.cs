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
    private readonly Dictionary<AccountId, List<Erasure>> erasures = [];
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
            var stored = snapshots.GetValueOrDefault(account);
            if ((stored?.Version ?? 0) != change.ExpectedVersion || (stored is not null && stored.Id != change.Enrolment.Id))
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
            return new(snapshots.Values.Count(enrolment => enrolment.Account != except && enrolment.Phone is { NeedsReverification: false } phone && phone.Details.Number == number));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AccountId>> FindAccountsAsync(PhoneNumber number, CancellationToken cancellationToken)
    {
        lock (gate)
            return new([.. snapshots.Values.Where(enrolment => enrolment.Knows(number) || enrolment.OptedOutAt(number) is not null).Select(enrolment => enrolment.Account)]);
    }

    /// <inheritdoc/>
    public ValueTask<bool> IsOptedOutAsync(PhoneNumber number, CancellationToken cancellationToken)
    {
        lock (gate)
            return new(snapshots.Values.Any(enrolment => enrolment.OptedOutAt(number) is not null));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<EnrolmentEvent>> ReadAsync(AccountId account, long from, int most, CancellationToken cancellationToken)
    {
        lock (gate)
            return new([.. (histories.GetValueOrDefault(account) ?? []).Skip((int)from - 1).Take(most)]);
    }

    /// <inheritdoc/>
    public ValueTask EraseAsync(AccountId account, Origin origin, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            snapshots.Remove(account);
            foreach (var message in WaitingOf(account))
                outbox.Remove(message.Id);
            if (!histories.Remove(account, out var history))
                return default;
            if (!erasures.TryGetValue(account, out var earlier))
                erasures.Add(account, earlier = []);
            earlier.Add(new Erasure(origin, history.Count, [.. history.Select((happened, index) => ErasedEvent.Of(index + 1, happened))]));
        }

        return default;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Erasure>> ReadErasuresAsync(AccountId account, CancellationToken cancellationToken)
    {
        lock (gate)
            return new([.. erasures.GetValueOrDefault(account) ?? []]);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<OutboxMessage>> ClaimAsync(Instant now, Instant leaseUntil, int most, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            OutboxMessage[] due = [.. outbox.Values.Where(message => message.IsDue(now)).OrderBy(message => message.DueAt).Take(most)];
            for (var i = 0; i < due.Length; i++)
                outbox[due[i].Id] = due[i] = due[i] with { DueAt = leaseUntil };
            return new(due);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> CompleteAsync(OutboxMessage message, Instant? retryAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (gate)
        {
            if (outbox.GetValueOrDefault(message.Id)?.DueAt != message.DueAt)
                return new(false);
            if (retryAt is { } at)
                outbox[message.Id] = message with { DueAt = at };
            else
                outbox.Remove(message.Id);
            return new(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<OutboxMessage>> ReadWaitingAsync(AccountId account, CancellationToken cancellationToken)
    {
        lock (gate)
            return new(WaitingOf(account));
    }

    private OutboxMessage[] WaitingOf(AccountId account) => [.. outbox.Values.Where(message => message.Account == account)];
}
