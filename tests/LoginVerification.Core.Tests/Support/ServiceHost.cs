using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace LoginVerification.Tests;

/// <summary>The real service under a clock that the test moves, with senders that remember. Two hosts are two processes with the same keys.</summary>
internal sealed class ServiceHost : IDisposable
{
    public const string Account = "account-1";
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);
    private readonly ServiceProvider provider;
    private readonly byte[] key;

    /// <summary>One process of a host. Beside another one it shares all that processes share: store, keys, clock, and whom they reach.</summary>
    public ServiceHost(EnrolmentPolicy policy, Action<LoginVerificationBuilder>? configure = null, ServiceHost? beside = null)
    {
        key = beside?.key ?? Key;
        (Time, Phone, Owner, Devices) = (beside?.Time ?? new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero)), beside?.Phone ?? new(), beside?.Owner ?? new(), beside?.Devices ?? new());
        var builder = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddLoginVerification(o =>
            {
                o.SmsHost = "example.com";
                o.CodeKeys["test"] = key;
            })
            .UsePolicy(policy).AllowResearchPolicy().UsePhoneNumbers().UseInMemoryStore();
        builder.Services.AddSingleton<ISmsSender>(Phone).AddSingleton<INotifier>(Owner);
        if (beside is not null)
            builder.Services.Replace(ServiceDescriptor.Singleton(beside.Store));
        builder.Services.AddSingleton<ILoggerFactory>(Log);
        configure?.Invoke(builder);
        builder.Services.AddBoundDevices(_ => Devices.Registered);
        provider = builder.Services.BuildServiceProvider();
        Service = provider.GetRequiredService<IEnrolmentService>();
        SignIns = provider.GetRequiredService<ISignInService>();
        Dispatcher = provider.GetRequiredService<OutboxDispatcher>();
        Store = provider.GetRequiredService<InMemoryEnrolments>();
    }

    public FakeTimeProvider Time { get; }

    public RecordingPhone Phone { get; }

    public RecordingOwner Owner { get; }

    public SwitchableDevices Devices { get; }

    public RecordingLog Log { get; } = new();

    public IEnrolmentService Service { get; }

    public ISignInService SignIns { get; }

    public OutboxDispatcher Dispatcher { get; }

    public InMemoryEnrolments Store { get; }

    /// <summary>What is still to be sent for an account.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> WaitingAsync(string account = Account) => await Store.ReadWaitingAsync(AccountId.Parse(account), default);

    /// <summary>Lets the clock run, and the loop of the host every few seconds.</summary>
    public Task RunLoopAsync(TimeSpan howLong) => Time.RunAsync(howLong, Dispatcher);

    public Instant Now => Time.GetInstant();

    /// <summary>What is stored of an account.</summary>
    public async Task<Enrolment> StoredAsync(string account = Account) =>
        await Store.LoadAsync(AccountId.Parse(account), default) ?? new Enrolment(AccountId.Parse(account));

    /// <summary>Whether the background loop of a host runs: after each command it sends what is due.</summary>
    public bool LoopRuns { get; set; } = true;

    /// <summary>A user who has just authenticated, with the second factor.</summary>
    public Task<EnrolmentResult> As(string surface, EnrolmentCommand command, string account = Account) =>
        InSession(surface, command, Now, AuthenticationFactors.MultiFactor, account);

    /// <summary>A user in a session that authenticated at a certain time, or never.</summary>
    public Task<EnrolmentResult> InSession(
        string surface, EnrolmentCommand command, Instant? authenticatedAt, AuthenticationFactors factors = AuthenticationFactors.MultiFactor, string account = Account) =>
        Give(Caller.User(AccountId.Parse(account), Surface.Parse(surface), authenticatedAt, factors), command);

    /// <summary>What the page of a user shows who has just authenticated, with the second factor.</summary>
    public Task<EnrolmentStatus> StatusAsync(string surface = "web", string account = Account) =>
        Service.GetStatusAsync(Caller.User(AccountId.Parse(account), Surface.Parse(surface), Now, AuthenticationFactors.MultiFactor)).AsTask();

    public Task<LoginRequirement> RequirementAsync() => Service.GetLoginRequirementAsync(AccountId.Parse(Account)).AsTask();

    public Task<EnrolmentResult> Operator(EnrolmentCommand command) => Give(Caller.Operator(AccountId.Parse(Account), "staff-1"), command);

    public Task<EnrolmentResult> Carrier(EnrolmentCommand command) => Give(Caller.Carrier(AccountId.Parse(Account)), command);

    public async Task<EnrolmentResult> Give(Caller caller, EnrolmentCommand command)
    {
        var result = await Service.HandleAsync(caller, command);
        if (LoopRuns)
            await Dispatcher.DispatchDueAsync();
        return result;
    }

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

    public async Task<IReadOnlyList<EnrolmentEvent>> HistoryAsync(string account = Account) => await Store.ReadAsync(AccountId.Parse(account), 1, int.MaxValue, default);

    /// <summary>Staff forget the account.</summary>
    public async Task EraseAsync() => Assert.Null((await Service.ForOperator(AccountId.Parse(Account), "staff-1").EraseAsync()).Refusal);

    public void Dispose() => provider.Dispose();
}
