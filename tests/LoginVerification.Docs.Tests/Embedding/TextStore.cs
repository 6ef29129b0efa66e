#region store
using LoginVerification;
using LoginVerification.Engine;
using LoginVerification.Ports;
using NodaTime;

namespace Example;

/// <summary>Keeps texts, as a database does. In yours each dictionary is a table, and the lock a transaction.</summary>
public sealed class TextStore : IEnrolmentStore, IEnrolmentHistory, IOutbox
{
    private readonly Lock transaction = new();
    private readonly Dictionary<AccountId, string> snapshots = [];
    private readonly Dictionary<AccountId, List<string>> events = [];
    private readonly Dictionary<AccountId, List<string>> erasures = [];
    private readonly Dictionary<string, OutboxMessage> outbox = [];

    public ValueTask<Enrolment?> LoadAsync(AccountId account, CancellationToken cancellationToken)
    {
        lock (transaction)
            return new(Read(account));
    }

    public ValueTask<bool> TrySaveAsync(EnrolmentChange change, CancellationToken cancellationToken)
    {
        var account = change.Enrolment.Account;
        var stored = StoredFormat.Write(change);
        lock (transaction)
        {
            var before = Read(account);
            if ((before?.Version ?? 0) != change.ExpectedVersion || (before is not null && before.Id != change.Enrolment.Id))
                return new(false); // somebody else was faster, or the account was erased since it was read
            snapshots[account] = stored.Snapshot;
            if (!events.TryGetValue(account, out var history))
                events.Add(account, history = []);
            history.AddRange(stored.Events);
            foreach (var message in change.Outbox)
                outbox.Add(message.Id, message);
            return new(true);
        }
    }

    // A table would have a keyed hash of each number beside the snapshot, with an index.
    public ValueTask<int> CountAccountsAsync(PhoneNumber number, AccountId except, CancellationToken cancellationToken)
    {
        lock (transaction)
            return new(All().Count(enrolment => enrolment.Account != except && enrolment.Phone is { NeedsReverification: false } phone && phone.Details.Number == number));
    }

    public ValueTask<IReadOnlyList<AccountId>> FindAccountsAsync(PhoneNumber number, CancellationToken cancellationToken)
    {
        lock (transaction)
            return new([.. All().Where(enrolment => enrolment.Knows(number) || enrolment.OptedOutAt(number) is not null).Select(enrolment => enrolment.Account)]);
    }

    public ValueTask<bool> IsOptedOutAsync(PhoneNumber number, CancellationToken cancellationToken)
    {
        lock (transaction)
            return new(All().Any(enrolment => enrolment.OptedOutAt(number) is not null));
    }

    public ValueTask<IReadOnlyList<EnrolmentEvent>> ReadAsync(AccountId account, long from, int most, CancellationToken cancellationToken)
    {
        lock (transaction)
            return new([.. (events.GetValueOrDefault(account) ?? []).Skip((int)from - 1).Take(most).Select(StoredFormat.ReadEvent)]);
    }

    public ValueTask EraseAsync(AccountId account, Origin origin, CancellationToken cancellationToken)
    {
        lock (transaction)
        {
            snapshots.Remove(account);
            foreach (var message in WaitingOf(account))
                outbox.Remove(message.Id);
            if (!events.Remove(account, out var history))
                return default;
            if (!erasures.TryGetValue(account, out var earlier))
                erasures.Add(account, earlier = []);
            earlier.Add(StoredFormat.WriteErasure(new Erasure(origin, history.Count, [.. history.SelectMany((text, index) => LeftOf(index + 1, text))])));
        }

        return default;
    }

    public ValueTask<IReadOnlyList<Erasure>> ReadErasuresAsync(AccountId account, CancellationToken cancellationToken)
    {
        lock (transaction)
            return new([.. (erasures.GetValueOrDefault(account) ?? []).Select(StoredFormat.ReadErasure)]);
    }

    public ValueTask<IReadOnlyList<OutboxMessage>> ClaimAsync(Instant now, Instant leaseUntil, int most, CancellationToken cancellationToken)
    {
        lock (transaction)
        {
            OutboxMessage[] claimed = [.. outbox.Values.Where(message => message.IsDue(now)).OrderBy(message => message.DueAt).Take(most).Select(message => message with { DueAt = leaseUntil })];
            foreach (var message in claimed)
                outbox[message.Id] = message;
            return new(claimed);
        }
    }

    public ValueTask<bool> CompleteAsync(OutboxMessage message, Instant? retryAt, CancellationToken cancellationToken)
    {
        lock (transaction)
        {
            if (outbox.GetValueOrDefault(message.Id)?.DueAt != message.DueAt)
                return new(false); // the lease is over, and the message another process's
            if (retryAt is { } at)
                outbox[message.Id] = message with { DueAt = at };
            else
                outbox.Remove(message.Id);
            return new(true);
        }
    }

    public ValueTask<IReadOnlyList<OutboxMessage>> ReadWaitingAsync(AccountId account, CancellationToken cancellationToken)
    {
        lock (transaction)
            return new(WaitingOf(account));
    }

    private Enrolment? Read(AccountId account) => StoredFormat.ReadEnrolment(snapshots.GetValueOrDefault(account), events.GetValueOrDefault(account)?[^1]);

    private IEnumerable<Enrolment> All() => snapshots.Keys.Select(account => Read(account)!);

    // An event that cannot be read keeps nobody from being erased.
    private static IEnumerable<ErasedEvent> LeftOf(long version, string text)
    {
        try
        {
            return [ErasedEvent.Of(version, StoredFormat.ReadEvent(text))];
        }
        catch (StoredDataException)
        {
            return [];
        }
    }

    private OutboxMessage[] WaitingOf(AccountId account) => [.. outbox.Values.Where(message => message.Account == account)];
}
#endregion
