using LoginVerification.Engine;
using LoginVerification.Ports;
using NodaTime;

namespace LoginVerification.Docs.Tests;

/// <summary>A risk signal that always says the same.</summary>
internal sealed class FixedRisk(Risk risk) : IRiskSignal
{
    public ValueTask<Risk> AssessAsync(AccountId account, PhoneNumber number, CancellationToken cancellationToken) => new(risk);
}

/// <summary>A limiter that counts what it is told.</summary>
internal sealed class CountingLimiter : ISendLimiter
{
    private int sent, verified;

    /// <summary>How many codes were handed to the gateway, and how many came back.</summary>
    public (int Sent, int Verified) Counts => (Volatile.Read(ref sent), Volatile.Read(ref verified));

    public ValueTask<SendAllowance> CheckAsync(AccountId account, PhoneDetails phone, CancellationToken cancellationToken) => new(SendAllowance.Yes);

    public ValueTask SentAsync(AccountId account, PhoneDetails phone, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref sent);
        return default;
    }

    public ValueTask VerifiedAsync(AccountId account, PhoneDetails phone, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref verified);
        return default;
    }
}

/// <summary>A brake that holds every send back until an instant.</summary>
internal sealed class ClosedLimiter(Instant retryAt) : ISendLimiter
{
    public ValueTask<SendAllowance> CheckAsync(AccountId account, PhoneDetails phone, CancellationToken cancellationToken) => new(new SendAllowance(false, retryAt));

    public ValueTask SentAsync(AccountId account, PhoneDetails phone, CancellationToken cancellationToken) => default;

    public ValueTask VerifiedAsync(AccountId account, PhoneDetails phone, CancellationToken cancellationToken) => default;
}

/// <summary>Signals of a provider that is down.</summary>
internal sealed class Down : ICountryRegistry, IRiskSignal, ISendLimiter, IPushSender
{
    public ValueTask<RegistryAnswer> LookUpAsync(PhoneDetails phone, CancellationToken cancellationToken) => throw new HttpRequestException();

    public ValueTask<Risk> AssessAsync(AccountId account, PhoneNumber number, CancellationToken cancellationToken) => throw new HttpRequestException();

    public ValueTask<SendAllowance> CheckAsync(AccountId account, PhoneDetails phone, CancellationToken cancellationToken) => throw new HttpRequestException();

    public ValueTask SentAsync(AccountId account, PhoneDetails phone, CancellationToken cancellationToken) => default;

    public ValueTask VerifiedAsync(AccountId account, PhoneDetails phone, CancellationToken cancellationToken) => default;

    public Task<PushReceipt> WakeAsync(PushMessage push, CancellationToken cancellationToken) => throw new HttpRequestException();
}

/// <summary>A push service that remembers what it woke.</summary>
internal sealed class RecordingPush : IPushSender
{
    private readonly List<PushMessage> pushes = [];

    /// <summary>What it woke, oldest first.</summary>
    public IReadOnlyList<PushMessage> Pushes => pushes;

    /// <summary>What it answers.</summary>
    public PushReceipt Receipt { get; set; }

    public Task<PushReceipt> WakeAsync(PushMessage push, CancellationToken cancellationToken)
    {
        pushes.Add(push);
        return Task.FromResult(Receipt);
    }
}

/// <summary>A store that cannot be read.</summary>
internal sealed class BrokenStore : IEnrolmentStore
{
    public ValueTask<Enrolment?> LoadAsync(AccountId account, CancellationToken cancellationToken) => throw new InvalidDataException();

    public ValueTask<bool> TrySaveAsync(EnrolmentChange change, CancellationToken cancellationToken) => throw new InvalidDataException();

    public ValueTask<int> CountAccountsAsync(PhoneNumber number, AccountId except, CancellationToken cancellationToken) => throw new InvalidDataException();

    public ValueTask<IReadOnlyList<AccountId>> FindAccountsAsync(PhoneNumber number, CancellationToken cancellationToken) => throw new InvalidDataException();

    public ValueTask<bool> IsOptedOutAsync(PhoneNumber number, CancellationToken cancellationToken) => throw new InvalidDataException();
}

/// <summary>A store that others always write to first.</summary>
internal sealed class CrowdedStore : IEnrolmentStore
{
    public ValueTask<Enrolment?> LoadAsync(AccountId account, CancellationToken cancellationToken) => new((Enrolment?)null);

    public ValueTask<bool> TrySaveAsync(EnrolmentChange change, CancellationToken cancellationToken) => new(false);

    public ValueTask<int> CountAccountsAsync(PhoneNumber number, AccountId except, CancellationToken cancellationToken) => new(0);

    public ValueTask<IReadOnlyList<AccountId>> FindAccountsAsync(PhoneNumber number, CancellationToken cancellationToken) => new([]);

    public ValueTask<bool> IsOptedOutAsync(PhoneNumber number, CancellationToken cancellationToken) => new(false);
}

/// <summary>A store that remembers each save.</summary>
internal sealed class RecordingStore(InMemoryEnrolments inner) : IEnrolmentStore
{
    public List<EnrolmentChange> Saves { get; } = [];

    public ValueTask<Enrolment?> LoadAsync(AccountId account, CancellationToken cancellationToken) => inner.LoadAsync(account, cancellationToken);

    public async ValueTask<bool> TrySaveAsync(EnrolmentChange change, CancellationToken cancellationToken)
    {
        var saved = await inner.TrySaveAsync(change, cancellationToken);
        if (saved)
            Saves.Add(change);
        return saved;
    }

    public ValueTask<int> CountAccountsAsync(PhoneNumber number, AccountId except, CancellationToken cancellationToken) => inner.CountAccountsAsync(number, except, cancellationToken);

    public ValueTask<IReadOnlyList<AccountId>> FindAccountsAsync(PhoneNumber number, CancellationToken cancellationToken) => inner.FindAccountsAsync(number, cancellationToken);

    public ValueTask<bool> IsOptedOutAsync(PhoneNumber number, CancellationToken cancellationToken) => inner.IsOptedOutAsync(number, cancellationToken);
}
