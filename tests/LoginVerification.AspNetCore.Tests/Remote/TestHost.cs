using LoginVerification.AspNetCore.Tests;
using LoginVerification.Policies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace LoginVerification.Docs.Tests;

/// <summary>The host that provocations know, with HTTP in between: what its owner, a browser that signs in, and a device ask goes over a socket.</summary>
internal sealed class TestHost : IDisposable
{
    public const string Account = "account-1";
    public const string Israeli = "+972502345678";
    private readonly HttpHost host;

    public TestHost(EnrolmentPolicy? policy = null, Action<IServiceCollection>? configure = null)
    {
        host = new HttpHost(new HostSettings { Policy = policy, Services = configure });
        Service = new RemoteEnrolments(host, host.Services.GetRequiredService<IEnrolmentService>());
        (SignIns, Devices) = (new RemoteSignIns(host), new RemoteDevices(host));
    }

    public FakeTimeProvider Time => host.Time;

    public RecordingPhone Phone => host.Phone;

    public IEnrolmentService Service { get; }

    public RemoteSignIns SignIns { get; }

    public RemoteDevices Devices { get; }

    public Instant Now => Time.GetInstant();

    public string WrongCode => Phone.LastCode == "123456" ? "654321" : "123456";

    public async Task<EnrolmentResult> As(string surface, EnrolmentCommand command, string account = Account) =>
        await Give(Caller.User(AccountId.Parse(account), Surface.Parse(surface), Now, AuthenticationFactors.MultiFactor), command);

    public async Task<EnrolmentResult> Operator(EnrolmentCommand command) => await Give(Caller.Operator(AccountId.Parse(Account), "staff-1"), command);

    public async Task<EnrolmentResult> Carrier(EnrolmentCommand command) => await Give(Caller.Carrier(AccountId.Parse(Account)), command);

    public async Task<EnrolmentResult> Give(Caller caller, EnrolmentCommand command)
    {
        var result = await Service.HandleAsync(caller, command);
        await host.DispatchAsync();
        return result;
    }

    public async Task<string> TokenAsync()
    {
        using var owner = Browser.SignedIn(host);
        return (string)(await owner.PostAsync("/devices/token")).Yes()["token"]!;
    }

    public async Task<SignInChallenge> BeginAsync() =>
        Assert.IsType<SignInStart.Challenged>(await SignIns.BeginAsync(AccountId.Parse(Account), Surface.Parse("web"))).Challenge;

    public Task<SignInAnswer> AnswerAsync(ChallengeId challenge, string code) => SignIns.AnswerAsync(challenge, code);

    public Task<SignInAnswer> CompleteAsync(ChallengeId challenge) => SignIns.AnswerAsync(challenge, null);

    public Task<SignInAnswer> UseBackupCodeAsync(string code) => SignIns.UseBackupCodeAsync(Account, code);

    public async Task<TestDevice> EnableAppAsync()
    {
        await Verify();
        var device = await TestDevice.BoundAsync(this);
        await Do("web", new EnableVerification(VerificationChannel.AppPush));
        return device;
    }

    public async Task Do(string surface, params EnrolmentCommand[] commands)
    {
        foreach (var command in commands)
            Assert.Null((await As(surface, command)).Refusal);
    }

    public async Task Verify(string surface = "web", string number = Israeli, string account = Account)
    {
        Assert.Null((await As(surface, new SubmitPhone(number), account)).Refusal);
        Assert.Null((await As(surface, new ConfirmCode(Phone.LastCode), account)).Refusal);
    }

    public async Task Enable(string submitOn = "web", string enableOn = "web")
    {
        await Verify(submitOn);
        await Do(enableOn, new EnableVerification(VerificationChannel.Sms));
    }

    public async Task Mistype(int times)
    {
        for (var i = 0; i < times; i++)
            Assert.Equal(RefusalCode.WrongCode, (await As("web", new ConfirmCode(WrongCode))).Refusal!.Code);
    }

    public void Dispose()
    {
        SignIns.Dispose();
        host.Dispose();
    }
}
