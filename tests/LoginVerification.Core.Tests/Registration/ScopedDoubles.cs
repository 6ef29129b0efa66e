using Microsoft.Extensions.Options;
using NodaTime;

namespace LoginVerification.Tests;

/// <summary>Who was made, asked and disposed of, by number.</summary>
internal sealed class ScopeLog
{
    private readonly Lock gate = new();

    public int Made { get; private set; }

    public int Messages { get; set; }

    public List<int> Asked { get; } = [];

    public List<int> Disposed { get; } = [];

    public List<NoticeKind> Notices { get; } = [];

    public int Next()
    {
        lock (gate)
            return ++Made;
    }

    public void Note(Action<ScopeLog> note)
    {
        lock (gate)
            note(this);
    }
}

/// <summary>A service of one scope, as a database context is.</summary>
internal abstract class OfOneScope(ScopeLog log) : IDisposable
{
    private bool isDisposed;

    protected ScopeLog Log => log;

    protected int Number { get; } = log.Next();

    public void Dispose()
    {
        if (!isDisposed)
            log.Note(noted => noted.Disposed.Add(Number));
        isDisposed = true;
    }

    protected void Ask()
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        log.Note(noted => noted.Asked.Add(Number));
    }
}

internal sealed class ScopedAnswers(ScopeLog log) : OfOneScope(log), IRiskSignal, ICountryRegistry
{
    public ValueTask<Risk> AssessAsync(AccountId account, PhoneNumber number, CancellationToken cancellationToken)
    {
        Ask();
        return new(Risk.Acceptable);
    }

    public ValueTask<RegistryAnswer> LookUpAsync(PhoneDetails phone, CancellationToken cancellationToken)
    {
        Ask();
        return new(new RegistryAnswer(RegistryService.Served));
    }
}

internal sealed class ScopedSender(ScopeLog log) : OfOneScope(log), ISmsSender
{
    public bool IsLive => false;

    public Task<SmsReceipt> SendAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        Ask();
        Log.Note(noted => noted.Messages++);
        return Task.FromResult<SmsReceipt>(new SmsReceipt.Accepted());
    }
}

internal sealed class ScopedNotifier(ScopeLog log) : OfOneScope(log), INotifier
{
    public Task<NoticeReceipt> NotifyAsync(Notice notice, CancellationToken cancellationToken)
    {
        Ask();
        Log.Note(noted => noted.Notices.Add(notice.Kind));
        return Task.FromResult(NoticeReceipt.Sent);
    }
}

/// <summary>What the adapters of one scope share.</summary>
internal sealed class ScopedContext(ScopeLog log) : OfOneScope(log)
{
    public void Use() => Ask();
}

internal sealed class ScopedReader(ScopedContext context) : IPhoneNumberReader
{
    private readonly PhoneNumbers.LibPhoneNumberReader reader = new();

    public PhoneReading Read(PhoneInput input, CountryCode? country)
    {
        context.Use();
        return reader.Read(input, country);
    }
}

/// <summary>Uses what its scope has, before it waits and afterwards.</summary>
internal sealed class SlowScopedRisk(ScopedContext context, TaskCompletionSource release) : IRiskSignal
{
    public async ValueTask<Risk> AssessAsync(AccountId account, PhoneNumber number, CancellationToken cancellationToken)
    {
        context.Use();
        await release.Task;
        context.Use();
        return Risk.Acceptable;
    }
}

internal sealed class SnapshotNotifier(IOptionsSnapshot<LoginVerificationOptions> options) : INotifier
{
    public Task<NoticeReceipt> NotifyAsync(Notice notice, CancellationToken cancellationToken) =>
        Task.FromResult(options.Value is null ? NoticeReceipt.NoIndependentAddress : NoticeReceipt.Sent);
}

internal sealed class Unit;

internal sealed class KeepingNotifier(Unit unit) : INotifier
{
    public Task<NoticeReceipt> NotifyAsync(Notice notice, CancellationToken cancellationToken) =>
        Task.FromResult(unit is null ? NoticeReceipt.NoIndependentAddress : NoticeReceipt.Sent);
}

internal sealed class ScopedStore(InMemoryEnrolments memory) : IEnrolmentStore, IEnrolmentHistory, IOutbox
{
    public ValueTask<Enrolment?> LoadAsync(AccountId account, CancellationToken cancellationToken) => memory.LoadAsync(account, cancellationToken);

    public ValueTask<bool> TrySaveAsync(EnrolmentChange change, CancellationToken cancellationToken) => memory.TrySaveAsync(change, cancellationToken);

    public ValueTask<int> CountAccountsAsync(PhoneNumber number, AccountId except, CancellationToken cancellationToken) => memory.CountAccountsAsync(number, except, cancellationToken);

    public ValueTask<IReadOnlyList<AccountId>> FindAccountsAsync(PhoneNumber number, CancellationToken cancellationToken) => memory.FindAccountsAsync(number, cancellationToken);

    public ValueTask<bool> IsOptedOutAsync(PhoneNumber number, CancellationToken cancellationToken) => memory.IsOptedOutAsync(number, cancellationToken);

    public ValueTask<IReadOnlyList<EnrolmentEvent>> ReadAsync(AccountId account, long from, int most, CancellationToken cancellationToken) => memory.ReadAsync(account, from, most, cancellationToken);

    public ValueTask EraseAsync(AccountId account, Origin origin, CancellationToken cancellationToken) => memory.EraseAsync(account, origin, cancellationToken);

    public ValueTask<IReadOnlyList<Erasure>> ReadErasuresAsync(AccountId account, CancellationToken cancellationToken) => memory.ReadErasuresAsync(account, cancellationToken);

    public ValueTask<IReadOnlyList<OutboxMessage>> ClaimAsync(Instant now, Instant leaseUntil, int most, CancellationToken cancellationToken) =>
        memory.ClaimAsync(now, leaseUntil, most, cancellationToken);

    public ValueTask<bool> CompleteAsync(OutboxMessage message, Instant? retryAt, CancellationToken cancellationToken) => memory.CompleteAsync(message, retryAt, cancellationToken);

    public ValueTask<IReadOnlyList<OutboxMessage>> ReadWaitingAsync(AccountId account, CancellationToken cancellationToken) => memory.ReadWaitingAsync(account, cancellationToken);
}
