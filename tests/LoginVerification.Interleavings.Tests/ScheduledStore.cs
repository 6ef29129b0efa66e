using Microsoft.Coyote.Runtime;
using NodaTime;

namespace LoginVerification.Tests;

/// <summary>A store over which another task may come before each call and after it, and a ledger of what changed.</summary>
internal sealed class ScheduledStore(DelegatingStore inner, Ledger ledger) : IEnrolmentStore, IEnrolmentHistory, IOutbox
{
    public ValueTask<Enrolment?> LoadAsync(AccountId account, CancellationToken cancellationToken) => Scheduled(() => inner.LoadAsync(account, cancellationToken));

    public ValueTask<bool> TrySaveAsync(EnrolmentChange change, CancellationToken cancellationToken) => Scheduled(async () =>
    {
        var saved = await inner.TrySaveAsync(change, cancellationToken);
        if (saved)
            ledger.Saved(change);
        return saved;
    });

    public ValueTask<int> CountAccountsAsync(PhoneNumber number, AccountId except, CancellationToken cancellationToken) =>
        Scheduled(() => inner.CountAccountsAsync(number, except, cancellationToken));

    public ValueTask<IReadOnlyList<EnrolmentEvent>> ReadAsync(AccountId account, long from, int most, CancellationToken cancellationToken) =>
        Scheduled(() => inner.ReadAsync(account, from, most, cancellationToken));

    public async ValueTask EraseAsync(AccountId account, Origin origin, CancellationToken cancellationToken) => await Scheduled(async () =>
    {
        await inner.EraseAsync(account, origin, cancellationToken);
        ledger.Erased(origin);
        return true;
    });

    public ValueTask<IReadOnlyList<Erasure>> ReadErasuresAsync(AccountId account, CancellationToken cancellationToken) =>
        Scheduled(() => inner.ReadErasuresAsync(account, cancellationToken));

    public ValueTask<IReadOnlyList<OutboxMessage>> ClaimAsync(Instant now, Instant leaseUntil, int most, CancellationToken cancellationToken) => Scheduled(async () =>
    {
        var claimed = await inner.ClaimAsync(now, leaseUntil, most, cancellationToken);
        ledger.Claimed(claimed, now, leaseUntil);
        return claimed;
    });

    public ValueTask<bool> CompleteAsync(OutboxMessage message, Instant? retryAt, CancellationToken cancellationToken) => Scheduled(async () =>
    {
        var stood = await inner.CompleteAsync(message, retryAt, cancellationToken);
        ledger.Completed(message, retryAt);
        return stood;
    });

    public ValueTask<IReadOnlyList<AccountId>> FindAccountsAsync(PhoneNumber number, CancellationToken cancellationToken) =>
        Scheduled(() => inner.FindAccountsAsync(number, cancellationToken));

    public ValueTask<bool> IsOptedOutAsync(PhoneNumber number, CancellationToken cancellationToken) =>
        Scheduled(() => inner.IsOptedOutAsync(number, cancellationToken));

    public ValueTask<IReadOnlyList<OutboxMessage>> ReadWaitingAsync(AccountId account, CancellationToken cancellationToken) =>
        Scheduled(() => inner.ReadWaitingAsync(account, cancellationToken));

    private static async ValueTask<T> Scheduled<T>(Func<ValueTask<T>> call)
    {
        SchedulingPoint.Interleave();
        var answer = await call();
        SchedulingPoint.Interleave();
        return answer;
    }
}
