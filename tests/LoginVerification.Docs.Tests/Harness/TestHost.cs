using System.Security.Cryptography;
using LoginVerification.Policies;
using LoginVerification.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LoginVerification.Docs.Tests;

/// <summary>The real service under a clock that the test moves, with senders that remember.</summary>
internal sealed partial class TestHost : IDisposable
{
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

    public void Dispose() => provider.Dispose();
}
