using System.Security.Cryptography;
using LoginVerification.Policies;
using LoginVerification.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace LoginVerification.Docs.Tests;

/// <summary>The real service under a clock that the test moves, with senders that remember.</summary>
internal sealed class TestHost : IDisposable
{
    public const string Account = "account-1";
    public const string Israeli = "+972502345678";
    private readonly ServiceProvider provider;

    public TestHost(EnrolmentPolicy? policy = null, Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time); // before AddLoginVerification, or replace it afterwards
        services.AddLoginVerification(o =>
            {
                o.SmsHost = "example.com";
                o.CodeKeys["test"] = RandomNumberGenerator.GetBytes(32);
            })
            .UsePhoneNumbers().UseInMemoryStore();
        services.AddSingleton<ISmsSender>(Phone).AddSingleton<INotifier>(Owner).AddSingleton<IPushSender>(Push);
        services.AddLoginVerification(_ => { }).UsePolicy(policy ?? ShippedPolicies.Consistent).AllowResearchPolicy();
        configure?.Invoke(services);
        provider = services.BuildServiceProvider();
        Service = provider.GetRequiredService<IEnrolmentService>();
        (SignIns, Devices) = (provider.GetRequiredService<ISignInService>(), provider.GetRequiredService<IDeviceService>());
        Store = provider.GetRequiredService<InMemoryEnrolments>();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    public RecordingPhone Phone { get; } = new();

    public RecordingOwner Owner { get; } = new();

    public RecordingPush Push { get; } = new();

    public IServiceProvider Services => provider;

    public IEnrolmentService Service { get; }

    public ISignInService SignIns { get; }

    public IDeviceService Devices { get; }

    public InMemoryEnrolments Store { get; }

    public Instant Now => Time.GetInstant();

    public string WrongCode => Phone.LastCode == "123456" ? "654321" : "123456";

    /// <summary>A user who has just authenticated, with the second factor.</summary>
    public async Task<EnrolmentResult> As(string surface, EnrolmentCommand command, string account = Account) =>
        await Give(Caller.User(AccountId.Parse(account), Surface.Parse(surface), Now, AuthenticationFactors.MultiFactor), command);

    public async Task<EnrolmentResult> Operator(EnrolmentCommand command) => await Give(Caller.Operator(AccountId.Parse(Account), "staff-1"), command);

    public async Task<EnrolmentResult> Carrier(EnrolmentCommand command) => await Give(Caller.Carrier(AccountId.Parse(Account)), command);

    /// <summary>Gives a command, and then sends what is due, as a host's background loop does.</summary>
    public async Task<EnrolmentResult> Give(Caller caller, EnrolmentCommand command)
    {
        var result = await Service.HandleAsync(caller, command);
        await Services.GetRequiredService<OutboxDispatcher>().DispatchDueAsync();
        return result;
    }

    /// <summary>A token to bind a device, got by an owner who has just authenticated.</summary>
    public async Task<string> TokenAsync()
    {
        var token = await Service.IssueDeviceTokenAsync(Caller.User(AccountId.Parse(Account), Surface.Parse("web"), Now, AuthenticationFactors.MultiFactor));
        Assert.Null(token.Refusal);
        return token.Text!;
    }

    /// <summary>Somebody who gave the password of the account begins to sign in, and its owner is asked.</summary>
    public async Task<SignInChallenge> BeginAsync(ChallengeId? continues = null)
    {
        var start = await SignIns.BeginAsync(AccountId.Parse(Account), Surface.Parse("web"), new SignInContext { Continues = continues, Place = "Berlin", Browser = "Firefox" });
        return Assert.IsType<SignInStart.Challenged>(start).Challenge;
    }

    public async Task<SignInAnswer> AnswerAsync(ChallengeId challenge, string code) => await SignIns.AnswerAsync(AccountId.Parse(Account), Surface.Parse("web"), challenge, code);

    public async Task<SignInAnswer> CompleteAsync(ChallengeId challenge) => await SignIns.CompleteAsync(AccountId.Parse(Account), Surface.Parse("web"), challenge);

    public async Task<SignInAnswer> UseBackupCodeAsync(string code) => await SignIns.UseBackupCodeAsync(AccountId.Parse(Account), Surface.Parse("web"), code);

    /// <summary>The account's log-in is protected by the app on a device.</summary>
    public async Task<TestDevice> EnableAppAsync(PushAddress? address = null)
    {
        await Verify();
        var device = await TestDevice.BoundAsync(this, address);
        await Do("web", new EnableVerification(VerificationChannel.AppPush));
        return device;
    }

    /// <summary>Gives commands that have to be accepted.</summary>
    public async Task Do(string surface, params EnrolmentCommand[] commands)
    {
        foreach (var command in commands)
            Assert.Null((await As(surface, command)).Refusal);
    }

    /// <summary>The account has a verified number, proved by its code.</summary>
    public async Task Verify(string surface = "web", string number = Israeli, string account = Account)
    {
        Assert.Null((await As(surface, new SubmitPhone(number), account)).Refusal);
        Assert.Null((await As(surface, new ConfirmCode(Phone.LastCode), account)).Refusal);
    }

    /// <summary>The account has a verified number, and SMS protects its log-in.</summary>
    public async Task Enable(string submitOn = "web", string enableOn = "web")
    {
        await Verify(submitOn);
        await Do(enableOn, new EnableVerification(VerificationChannel.Sms));
    }

    /// <summary>Wrong codes, one after the other.</summary>
    public async Task Mistype(int times)
    {
        for (var i = 0; i < times; i++)
            Assert.Equal(RefusalCode.WrongCode, (await As("web", new ConfirmCode(WrongCode))).Refusal!.Code);
    }

    public void Dispose() => provider.Dispose();
}
