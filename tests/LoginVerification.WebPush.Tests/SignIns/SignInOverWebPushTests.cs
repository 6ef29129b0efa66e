using LoginVerification.Testing;
using LoginVerification.WebPush.Tests.Sending;
using LoginVerification.WebPush.Tests.Service;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LoginVerification.WebPush.Tests.SignIns;

/// <summary>The whole way, with real parts: the service asks, the push service wakes the app, the app reads the push with its own key and answers with another.</summary>
public sealed class SignInOverWebPushTests : IAsyncLifetime, IDisposable
{
    private static readonly AccountId Account = AccountId.Parse("account-1");
    private static readonly Surface Web = Surface.Parse("web");

    // The library that sends looks at the machine's clock, so that this one starts there.
    private readonly FakeTimeProvider time = new(DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds()));
    private PushService service = null!;
    private ServiceProvider host = null!;
    private TestApp app = null!;

    private ISignInService SignIns => host.GetRequiredService<ISignInService>();

    private OutboxDispatcher Dispatcher => host.GetRequiredService<OutboxDispatcher>();

    public async Task InitializeAsync()
    {
        service = await PushService.StartAsync();
        host = Senders.Host(service, more: services => services.AddSingleton<TimeProvider>(time));
        app = new TestApp(host.GetRequiredService<IDeviceService>(), Account);
        var enrolments = host.GetRequiredService<IEnrolmentService>();
        Assert.Null((await enrolments.HandleAsync(Caller.Operator(Account, "staff-1"), new ImportVerifiedPhone("+447700900123", time.GetInstant()))).Refusal);
        var token = await Owner().IssueDeviceTokenAsync();
        await app.BindAsync(token.Text!);
        Assert.Null((await Owner().EnableAsync(VerificationChannel.AppPush)).Refusal);
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await service.DisposeAsync();
    }

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task The_app_is_woken_fetches_the_prompt_and_lets_in_the_browser_whose_number_its_owner_typed()
    {
        var challenge = await BeginAsync(new SignInContext { Place = "Haifa", Browser = "Firefox" });
        Assert.Equal((VerificationChannel.AppPush, CodeDelivery.Sent), (challenge.Channel, challenge.Delivery));

        var push = Assert.Single(service.Pushes);
        Assert.Equal(app.Subscription.Path, push.Path);
        Assert.Equal("120", push.Headers["TTL"]);
        var read = app.Subscription.Read(push);
        Assert.Equal("""{"type":"signIn"}""", read);
        // Neither the account nor the challenge, which is the browser's secret, is anywhere in the push.
        var shown = string.Join('\n', push.Headers.Values.Append(push.Path).Append(read));
        Assert.All([Account.Value, challenge.Id.Value, app.Id.Hex], secret => Assert.DoesNotContain(secret, shown, StringComparison.OrdinalIgnoreCase));

        var prompt = await app.AskForPromptAsync(time.GetInstant());
        Assert.Equal((challenge.Id, "Haifa", "Firefox"), (prompt!.Challenge, prompt.Place, prompt.Browser));
        Assert.IsType<SignInAnswer.Refused>(await SignIns.CompleteAsync(Account, Web, challenge.Id));
        Assert.Null((await app.ApproveAsync(prompt, challenge.NumberToMatch!.Text)).Refusal);
        Assert.Equal(SignInMethod.AppPush, Assert.IsType<SignInAnswer.Approved>(await SignIns.CompleteAsync(Account, Web, challenge.Id)).Method);
    }

    [Fact]
    public async Task What_a_push_service_did_not_take_goes_out_again_under_the_same_topic_and_for_as_long_as_is_left()
    {
        service.Answer = number => new PushAnswering(number == 1 ? 503 : 201);
        var challenge = await BeginAsync();
        Assert.Equal(CodeDelivery.Waiting, challenge.Delivery);

        await time.RunAsync(TimeSpan.FromSeconds(20), Dispatcher);

        Assert.Equal(2, service.Pushes.Count);
        Assert.Single(service.Pushes.Select(push => push.Headers["Topic"]).Distinct());
        Assert.True(int.Parse(service.Pushes[1].Headers["TTL"]) is > 90 and < 120, service.Pushes[1].Headers["TTL"]);
        Assert.Equal(CodeDelivery.Sent, (await BeginAsync(new SignInContext { Continues = challenge.Id })).Delivery);
        Assert.Equal(2, service.Pushes.Count);
    }

    [Fact]
    public async Task A_subscription_that_has_ended_is_forgotten_and_a_new_one_is_woken()
    {
        service.Answer = number => new PushAnswering(number == 1 ? 410 : 201);
        var challenge = await BeginAsync();
        Assert.False(Assert.Single((await Owner().GetStatusAsync()).Devices).IsWoken);

        // The app still answers: its key is what counts.
        Assert.NotNull(await app.AskForPromptAsync(time.GetInstant()));

        using var renewed = new Subscriber();
        Assert.Null((await app.ChangeAddressAsync(renewed.Address, time.GetInstant())).Refusal);
        time.Advance(TimeSpan.FromMinutes(1));
        _ = await SignIns.ResendAsync(Account, Web, challenge.Id);
        Assert.Equal(WebPushSender.Payload, renewed.Read(service.Pushes[^1]));
        Assert.Equal((2, renewed.Path), (service.Pushes.Count, service.Pushes[^1].Path));
    }

    [Fact]
    public async Task A_push_service_that_refuses_is_told_to_who_signs_in()
    {
        service.Answer = _ => new PushAnswering(403);
        Assert.Equal(CodeDelivery.Failed, (await BeginAsync()).Delivery);
        await time.RunAsync(TimeSpan.FromMinutes(1), Dispatcher);
        Assert.Single(service.Pushes);
    }

    [Fact]
    public async Task A_push_that_is_past_its_time_is_not_sent_any_more()
    {
        service.Answer = _ => new PushAnswering(503);
        await BeginAsync();
        await time.RunAsync(TimeSpan.FromMinutes(2), Dispatcher);
        var sent = service.Pushes.Count;
        await time.RunAsync(TimeSpan.FromMinutes(10), Dispatcher);
        Assert.Equal(sent, service.Pushes.Count);
    }

    [Fact]
    public async Task An_app_cannot_have_the_host_ask_another_server()
    {
        using var other = new Subscriber();
        Assert.Null((await app.ChangeAddressAsync(other.At("https://169.254.169.254/latest/meta-data"), time.GetInstant())).Refusal);
        await BeginAsync();
        Assert.Empty(service.Pushes);
        Assert.False(Assert.Single((await Owner().GetStatusAsync()).Devices).IsWoken);
    }

    private UserEnrolment Owner() => host.GetRequiredService<IEnrolmentService>().ForUser(Account, Web, time.GetInstant(), AuthenticationFactors.MultiFactor);

    private async Task<SignInChallenge> BeginAsync(SignInContext? context = null) =>
        Assert.IsType<SignInStart.Challenged>(await SignIns.BeginAsync(Account, Web, context)).Challenge;
}
