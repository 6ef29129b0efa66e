namespace LoginVerification.Engine;

/// <summary>The defaults of the optional ports: nothing is known, no device is registered, and every send may go out.</summary>
internal sealed class NoAnswers : ICountryRegistry, IAppDevices, IRiskSignal, ISendLimiter
{
    private static readonly RegistryAnswer Unknown = new(RegistryService.Unknown);

    public ValueTask<RegistryAnswer> LookUpAsync(PhoneDetails phone, CancellationToken cancellationToken) => new(Unknown);

    public ValueTask<bool> HasDeviceAsync(AccountId account, CancellationToken cancellationToken) => new(false);

    public ValueTask<Risk> AssessAsync(AccountId account, PhoneNumber number, CancellationToken cancellationToken) => new(Risk.Unknown);

    public ValueTask<SendAllowance> CheckAsync(AccountId account, PhoneDetails phone, CancellationToken cancellationToken) => new(SendAllowance.Yes);

    public ValueTask SentAsync(AccountId account, PhoneDetails phone, CancellationToken cancellationToken) => default;

    public ValueTask VerifiedAsync(AccountId account, PhoneDetails phone, CancellationToken cancellationToken) => default;
}
