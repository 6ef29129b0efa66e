using LoginVerification.AspNetCore.Tests;
using LoginVerification.Policies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LoginVerification.Docs.Tests;

/// <summary>The host that provocations know, with HTTP in between: what its owner, a browser that signs in, and a device ask goes over a socket.</summary>
internal sealed partial class TestHost : IDisposable
{
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

    public void Dispose()
    {
        SignIns.Dispose();
        host.Dispose();
    }
}
