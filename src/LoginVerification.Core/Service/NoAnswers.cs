namespace LoginVerification.Engine;

/// <summary>The defaults of the optional ports: nothing is known or stated, every send may go out, and no app is woken.</summary>
internal sealed class NoAnswers : ICountryRegistry, IRiskSignal, ISendLimiter, IPushSender, IAccountAttributes
{
    private static readonly RegistryAnswer Unknown = new(RegistryService.Unknown);
    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();

    public ValueTask<RegistryAnswer> LookUpAsync(PhoneDetails phone, CancellationToken cancellationToken) => new(Unknown);

    public ValueTask<IReadOnlyDictionary<string, string>> ReadAsync(AccountId account, CancellationToken cancellationToken) => new(Nothing);

    public Task<PushReceipt> WakeAsync(PushMessage push, CancellationToken cancellationToken) => Task.FromResult(PushReceipt.Rejected);

    public ValueTask<Risk> AssessAsync(AccountId account, PhoneNumber number, CancellationToken cancellationToken) => new(Risk.Unknown);

    public ValueTask<SendAllowance> CheckAsync(AccountId account, PhoneDetails phone, CancellationToken cancellationToken) => new(SendAllowance.Yes);

    public ValueTask SentAsync(AccountId account, PhoneDetails phone, CancellationToken cancellationToken) => default;

    public ValueTask VerifiedAsync(AccountId account, PhoneDetails phone, CancellationToken cancellationToken) => default;
}
