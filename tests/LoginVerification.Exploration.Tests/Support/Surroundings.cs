namespace LoginVerification.Exploration.Tests.Support;

/// <summary>All that a host asks of the world, answered as the test says. Numbers are read by their text.</summary>
internal sealed class Surroundings : IPhoneNumberReader, ICountryRegistry, IRiskSignal, ISendLimiter, ISmsSender, INotifier, IAccountAttributes
{
    public IReadOnlyList<PhoneDetails> Numbers { get; set; } = SampleNumbers.All;

    public RegistryService Service { get; set; }

    public Risk Risk { get; set; }

    public SendAllowance Allowance { get; set; } = SendAllowance.Yes;

    /// <summary>What the host states of every account; null for no answer.</summary>
    public IReadOnlyDictionary<string, string>? Attributes { get; set; } = new Dictionary<string, string>();

    public bool IsLive => false;

    public PhoneReading Read(PhoneInput input, CountryCode? country) =>
        Numbers.FirstOrDefault(phone => phone.Number.E164 == input.Text) is { } known
            ? new PhoneReading.Readable(known)
            : new PhoneReading.Unreadable(NumberFault.Unreadable);

    public ValueTask<RegistryAnswer> LookUpAsync(PhoneDetails phone, CancellationToken cancellationToken) => new(new RegistryAnswer(Service, phone.Carrier));

    public ValueTask<IReadOnlyDictionary<string, string>> ReadAsync(AccountId account, CancellationToken cancellationToken) => new(Attributes!);

    public ValueTask<Risk> AssessAsync(AccountId account, PhoneNumber number, CancellationToken cancellationToken) => new(Risk);

    public ValueTask<SendAllowance> CheckAsync(AccountId account, PhoneDetails phone, CancellationToken cancellationToken) => new(Allowance);

    public ValueTask SentAsync(AccountId account, PhoneDetails phone, CancellationToken cancellationToken) => default;

    public ValueTask VerifiedAsync(AccountId account, PhoneDetails phone, CancellationToken cancellationToken) => default;

    public Task<SmsReceipt> SendAsync(SmsMessage message, CancellationToken cancellationToken) => Task.FromResult<SmsReceipt>(new SmsReceipt.Accepted());

    public Task<NoticeReceipt> NotifyAsync(Notice notice, CancellationToken cancellationToken) => Task.FromResult(NoticeReceipt.Sent);
}
