using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace LoginVerification.Tests;

/// <summary>The real service under a clock that the test moves, with senders that remember. Two hosts are two processes with the same keys.</summary>
internal sealed class ServiceHost : IDisposable
{
    public const string Account = "account-1";
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);
    private readonly ServiceProvider provider;

    public ServiceHost(EnrolmentPolicy policy, Action<LoginVerificationBuilder>? configure = null)
    {
        var builder = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddLoginVerification(o =>
            {
                o.SmsHost = "example.com";
                o.CodeKeys["test"] = Key;
            })
            .UsePolicy(policy).AllowResearchPolicy().UsePhoneNumbers().UseInMemoryStore();
        builder.Services.AddSingleton<ISmsSender>(Phone).AddSingleton<INotifier>(Owner).AddSingleton<IAppDevices>(Devices);
        configure?.Invoke(builder);
        provider = builder.Services.BuildServiceProvider();
        Service = provider.GetRequiredService<IEnrolmentService>();
        Dispatcher = provider.GetRequiredService<OutboxDispatcher>();
        Store = provider.GetRequiredService<InMemoryEnrolments>();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    public RecordingPhone Phone { get; } = new();

    public RecordingOwner Owner { get; } = new();

    public SwitchableDevices Devices { get; } = new();

    public IEnrolmentService Service { get; }

    public OutboxDispatcher Dispatcher { get; }

    public InMemoryEnrolments Store { get; }

    public Instant Now => Instant.FromDateTimeOffset(Time.GetUtcNow());

    /// <summary>What is stored of an account.</summary>
    public async Task<Enrolment> StoredAsync(string account = Account) =>
        await Store.LoadAsync(AccountId.Parse(account), default) ?? new Enrolment(AccountId.Parse(account));

    /// <summary>A user who has just authenticated, with the second factor.</summary>
    public Task<EnrolmentResult> As(string surface, EnrolmentCommand command, string account = Account) =>
        InSession(surface, command, Now, AuthenticationFactors.MultiFactor, account);

    /// <summary>A user in a session that authenticated at a certain time, or never.</summary>
    public Task<EnrolmentResult> InSession(
        string surface, EnrolmentCommand command, Instant? authenticatedAt, AuthenticationFactors factors = AuthenticationFactors.MultiFactor, string account = Account) =>
        Service.HandleAsync(Caller.User(AccountId.Parse(account), Surface.Parse(surface), authenticatedAt, factors), command).AsTask();

    /// <summary>What the page of a user shows who has just authenticated, with the second factor.</summary>
    public Task<EnrolmentStatus> StatusAsync(string surface, string account = Account) =>
        Service.GetStatusAsync(Caller.User(AccountId.Parse(account), Surface.Parse(surface), Now, AuthenticationFactors.MultiFactor)).AsTask();

    public Task<LoginRequirement> RequirementAsync() => Service.GetLoginRequirementAsync(AccountId.Parse(Account)).AsTask();

    public Task<EnrolmentResult> Operator(EnrolmentCommand command) => Service.HandleAsync(Caller.Operator(AccountId.Parse(Account), "staff-1"), command).AsTask();

    public Task<EnrolmentResult> Carrier(EnrolmentCommand command) => Service.HandleAsync(Caller.Carrier(AccountId.Parse(Account)), command).AsTask();

    /// <summary>The account has a verified number, proved by its code.</summary>
    public async Task VerifyAsync(string surface, string number, string account = Account)
    {
        Assert.Null((await As(surface, new SubmitPhone(number), account)).Refusal);
        Assert.Null((await As(surface, new ConfirmCode(Phone.LastCode), account)).Refusal);
    }

    /// <summary>The account has a verified number and SMS protects its log-in.</summary>
    public async Task EnableAsync(string submitOn, string enableOn, string number)
    {
        await VerifyAsync(submitOn, number);
        Assert.Null((await As(enableOn, new EnableVerification(VerificationChannel.Sms))).Refusal);
    }

    public async Task<IReadOnlyList<EnrolmentEvent>> HistoryAsync() => await Store.ReadAsync(AccountId.Parse(Account), default);

    public void Dispose() => provider.Dispose();
}
