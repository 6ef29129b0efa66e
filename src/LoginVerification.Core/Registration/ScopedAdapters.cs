using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace LoginVerification;

/// <summary>
/// The adapters for what can outlive a command, as a port past its deadline does, and for messages that are sent side by side: a singleton as it is,
/// any other anew in a scope of each call. Thread-safe.
/// </summary>
internal sealed class ScopedAdapters(AdapterSource source, IServiceScopeFactory scopes)
    : IEnrolmentStore, IEnrolmentHistory, IOutbox, ISmsSender, INotifier, ISendLimiter, ICountryRegistry, IRiskSignal, IPushSender, IAccountAttributes
{
    public IEnrolmentStore Store => source.Singleton<IEnrolmentStore>() ?? this;

    public IEnrolmentHistory History => source.Singleton<IEnrolmentHistory>() ?? this;

    public IOutbox Outbox => source.Singleton<IOutbox>() ?? this;

    public ISmsSender Sms => source.Singleton<ISmsSender>() ?? this;

    public INotifier Notifier => source.Singleton<INotifier>() ?? this;

    public ISendLimiter Limiter => source.Singleton<ISendLimiter>() ?? this;

    public ICountryRegistry Registry => source.Singleton<ICountryRegistry>() ?? this;

    public IPushSender Push => source.Singleton<IPushSender>() ?? this;

    public IRiskSignal Risk => source.Singleton<IRiskSignal>() ?? this;

    public IAccountAttributes Attributes => source.Singleton<IAccountAttributes>() ?? this;

    bool ISmsSender.IsLive
    {
        get
        {
            var scope = scopes.CreateAsyncScope();
            try
            {
                return source.Get<ISmsSender>(scope.ServiceProvider).IsLive;
            }
            finally
            {
                // A property cannot await, and a sender that was asked this alone has nothing to wait for.
                scope.DisposeAsync().AsTask().GetAwaiter().GetResult();
            }
        }
    }

    ValueTask<Enrolment?> IEnrolmentStore.LoadAsync(AccountId account, CancellationToken cancellationToken) =>
        CallAsync<IEnrolmentStore, Enrolment?>(store => store.LoadAsync(account, cancellationToken));

    ValueTask<bool> IEnrolmentStore.TrySaveAsync(EnrolmentChange change, CancellationToken cancellationToken) =>
        CallAsync<IEnrolmentStore, bool>(store => store.TrySaveAsync(change, cancellationToken));

    ValueTask<int> IEnrolmentStore.CountAccountsAsync(PhoneNumber number, AccountId except, CancellationToken cancellationToken) =>
        CallAsync<IEnrolmentStore, int>(store => store.CountAccountsAsync(number, except, cancellationToken));

    ValueTask<IReadOnlyList<AccountId>> IEnrolmentStore.FindAccountsAsync(PhoneNumber number, CancellationToken cancellationToken) =>
        CallAsync<IEnrolmentStore, IReadOnlyList<AccountId>>(store => store.FindAccountsAsync(number, cancellationToken));

    ValueTask<bool> IEnrolmentStore.IsOptedOutAsync(PhoneNumber number, CancellationToken cancellationToken) =>
        CallAsync<IEnrolmentStore, bool>(store => store.IsOptedOutAsync(number, cancellationToken));

    ValueTask<IReadOnlyList<EnrolmentEvent>> IEnrolmentHistory.ReadAsync(AccountId account, long from, int most, CancellationToken cancellationToken) =>
        CallAsync<IEnrolmentHistory, IReadOnlyList<EnrolmentEvent>>(history => history.ReadAsync(account, from, most, cancellationToken));

    async ValueTask IEnrolmentHistory.EraseAsync(AccountId account, Origin origin, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await source.Get<IEnrolmentHistory>(scope.ServiceProvider).EraseAsync(account, origin, cancellationToken).ConfigureAwait(false);
    }

    ValueTask<IReadOnlyList<Erasure>> IEnrolmentHistory.ReadErasuresAsync(AccountId account, CancellationToken cancellationToken) =>
        CallAsync<IEnrolmentHistory, IReadOnlyList<Erasure>>(history => history.ReadErasuresAsync(account, cancellationToken));

    ValueTask<IReadOnlyList<OutboxMessage>> IOutbox.ClaimAsync(Instant now, Instant leaseUntil, int most, CancellationToken cancellationToken) =>
        CallAsync<IOutbox, IReadOnlyList<OutboxMessage>>(outbox => outbox.ClaimAsync(now, leaseUntil, most, cancellationToken));

    ValueTask<bool> IOutbox.CompleteAsync(OutboxMessage message, Instant? retryAt, CancellationToken cancellationToken) =>
        CallAsync<IOutbox, bool>(outbox => outbox.CompleteAsync(message, retryAt, cancellationToken));

    ValueTask<IReadOnlyList<OutboxMessage>> IOutbox.ReadWaitingAsync(AccountId account, CancellationToken cancellationToken) =>
        CallAsync<IOutbox, IReadOnlyList<OutboxMessage>>(outbox => outbox.ReadWaitingAsync(account, cancellationToken));

    Task<SmsReceipt> ISmsSender.SendAsync(SmsMessage message, CancellationToken cancellationToken) =>
        CallAsync<ISmsSender, SmsReceipt>(sender => new(sender.SendAsync(message, cancellationToken))).AsTask();

    ValueTask<SendAllowance> ISendLimiter.CheckAsync(AccountId account, PhoneDetails phone, CancellationToken cancellationToken) =>
        CallAsync<ISendLimiter, SendAllowance>(limiter => limiter.CheckAsync(account, phone, cancellationToken));

    async ValueTask ISendLimiter.SentAsync(AccountId account, PhoneDetails phone, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await source.Get<ISendLimiter>(scope.ServiceProvider).SentAsync(account, phone, cancellationToken).ConfigureAwait(false);
    }

    async ValueTask ISendLimiter.VerifiedAsync(AccountId account, PhoneDetails phone, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await source.Get<ISendLimiter>(scope.ServiceProvider).VerifiedAsync(account, phone, cancellationToken).ConfigureAwait(false);
    }

    ValueTask<RegistryAnswer> ICountryRegistry.LookUpAsync(PhoneDetails phone, CancellationToken cancellationToken) =>
        CallAsync<ICountryRegistry, RegistryAnswer>(registry => registry.LookUpAsync(phone, cancellationToken));

    Task<PushReceipt> IPushSender.WakeAsync(PushMessage push, CancellationToken cancellationToken) =>
        CallAsync<IPushSender, PushReceipt>(sender => new(sender.WakeAsync(push, cancellationToken))).AsTask();

    ValueTask<Risk> IRiskSignal.AssessAsync(AccountId account, PhoneNumber number, CancellationToken cancellationToken) =>
        CallAsync<IRiskSignal, Risk>(signal => signal.AssessAsync(account, number, cancellationToken));

    ValueTask<IReadOnlyDictionary<string, string>> IAccountAttributes.ReadAsync(AccountId account, CancellationToken cancellationToken) =>
        CallAsync<IAccountAttributes, IReadOnlyDictionary<string, string>>(attributes => attributes.ReadAsync(account, cancellationToken));

    Task<NoticeReceipt> INotifier.NotifyAsync(Notice notice, CancellationToken cancellationToken) =>
        CallAsync<INotifier, NoticeReceipt>(notifier => new(notifier.NotifyAsync(notice, cancellationToken))).AsTask();

    private async ValueTask<TAnswer> CallAsync<TPort, TAnswer>(Func<TPort, ValueTask<TAnswer>> call)
        where TPort : class
    {
        await using var scope = scopes.CreateAsyncScope();
        return await call(source.Get<TPort>(scope.ServiceProvider)).ConfigureAwait(false);
    }
}
