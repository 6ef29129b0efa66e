using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LoginVerification.Tests;

/// <summary>A store that keeps texts alone, as a database does, and whose texts a test may edit. What is counted, found and sent lies in memory. Thread-safe.</summary>
internal sealed class TextStore : IEnrolmentStore, IEnrolmentHistory
{
    private readonly Lock gate = new();
    private readonly InMemoryEnrolments memory = new();

    /// <summary>The text of each snapshot.</summary>
    public Dictionary<AccountId, string> Snapshots { get; } = [];

    /// <summary>The texts of the events of each account, oldest first.</summary>
    public Dictionary<AccountId, List<string>> Events { get; } = [];

    /// <summary>The texts of what erasures left, oldest first.</summary>
    public List<(AccountId Account, string Text)> Erasures { get; } = [];

    public IOutbox Outbox => memory;

    /// <summary>Lets the service use this store.</summary>
    public void Register(LoginVerificationBuilder builder)
    {
        builder.Services.Replace(ServiceDescriptor.Singleton(memory));
        builder.UseStore(this);
        builder.Services.Replace(ServiceDescriptor.Singleton<IEnrolmentHistory>(this));
    }

    /// <summary>What was saved, without a text in between.</summary>
    public ValueTask<Enrolment?> RememberedAsync(AccountId account) => memory.LoadAsync(account, default);

    public ValueTask<Enrolment?> LoadAsync(AccountId account, CancellationToken cancellationToken)
    {
        lock (gate)
            return new(StoredFormat.ReadEnrolment(Snapshots.GetValueOrDefault(account), Events.GetValueOrDefault(account)?[^1]));
    }

    public ValueTask<bool> TrySaveAsync(EnrolmentChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        var (account, stored) = (change.Enrolment.Account, StoredFormat.Write(change));
        lock (gate)
        {
            if (!memory.TrySaveAsync(change, cancellationToken).AsTask().Result)
                return new(false);
            Snapshots[account] = stored.Snapshot;
            if (!Events.TryGetValue(account, out var events))
                Events.Add(account, events = []);
            events.AddRange(stored.Events);
            return new(true);
        }
    }

    public ValueTask<int> CountAccountsAsync(PhoneNumber number, AccountId except, CancellationToken cancellationToken) => memory.CountAccountsAsync(number, except, cancellationToken);

    public ValueTask<IReadOnlyList<AccountId>> FindAccountsAsync(PhoneNumber number, CancellationToken cancellationToken) => memory.FindAccountsAsync(number, cancellationToken);

    public ValueTask<bool> IsOptedOutAsync(PhoneNumber number, CancellationToken cancellationToken) => memory.IsOptedOutAsync(number, cancellationToken);

    public ValueTask<IReadOnlyList<EnrolmentEvent>> ReadAsync(AccountId account, long from, int most, CancellationToken cancellationToken)
    {
        lock (gate)
            return new([.. (Events.GetValueOrDefault(account) ?? []).Skip((int)from - 1).Take(most).Select(StoredFormat.ReadEvent)]);
    }

    public ValueTask EraseAsync(AccountId account, Origin origin, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            Snapshots.Remove(account);
            if (Events.Remove(account, out var events))
                Erasures.Add((account, StoredFormat.WriteErasure(new Erasure(origin, events.Count, [.. events.Select((text, index) => ErasedEvent.Of(index + 1, StoredFormat.ReadEvent(text)))]))));
            return memory.EraseAsync(account, origin, cancellationToken);
        }
    }

    public ValueTask<IReadOnlyList<Erasure>> ReadErasuresAsync(AccountId account, CancellationToken cancellationToken)
    {
        lock (gate)
            return new([.. Erasures.Where(erasure => erasure.Account == account).Select(erasure => StoredFormat.ReadErasure(erasure.Text))]);
    }
}
