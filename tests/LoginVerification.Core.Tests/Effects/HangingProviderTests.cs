using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace LoginVerification.Tests;

/// <summary>A provider that does not answer holds up neither a request, nor the messages of others.</summary>
public sealed class HangingProviderTests
{
    private const string Number = "+972502345678";
    private const string Another = "+972522345678";
    private readonly TaskCompletionSource never = new();

    [Fact]
    public async Task A_request_waits_three_seconds_for_a_gateway_that_hangs_and_is_told_that_the_code_waits()
    {
        using var host = Hanging();
        var request = host.As("web", new SubmitPhone(Number));
        host.Time.Advance(TimeSpan.FromSeconds(3) - TimeSpan.FromMilliseconds(1));
        await Task.Delay(20);
        Assert.False(request.IsCompleted);

        host.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(CodeDelivery.Waiting, (await request.WaitAsync(TimeSpan.FromSeconds(10))).CodeDelivery);
        Assert.Equal(CodeDelivery.Waiting, (await host.StatusAsync()).CodeDelivery);
    }

    [Fact]
    public async Task The_wait_is_an_option()
    {
        using var host = Hanging(o => o.SendWait = TimeSpan.Zero);
        Assert.Equal(CodeDelivery.Waiting, (await host.As("web", new SubmitPhone(Number)).WaitAsync(TimeSpan.FromSeconds(10))).CodeDelivery);
    }

    [Fact]
    public async Task What_the_gateway_takes_after_the_wait_was_sent_once()
    {
        using var host = Hanging();
        var request = host.As("web", new SubmitPhone(Number));
        await AdvanceAsync(host, 4);
        await request;
        never.SetResult();
        await host.Dispatcher.DrainAsync();

        Assert.Single(host.Phone.Messages);
        Assert.Empty(await host.WaitingAsync());
        Assert.Equal(CodeDelivery.Sent, (await host.StatusAsync()).CodeDelivery);
        await host.RunLoopAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(1, host.Phone.Attempts);
    }

    public static TheoryData<string> Manners => new() { "ignores its token", "blocks its thread" };

    [Theory]
    [MemberData(nameof(Manners))]
    public async Task An_attempt_ends_well_before_its_lease_even_if_the_sender(string manner)
    {
        using var blocked = new ManualResetEventSlim();
        using var host = Hanging();
        var attempts = new List<Instant>();
        host.Phone.Hang = (_, _) =>
        {
            lock (attempts)
                attempts.Add(host.Now);
            if (manner == "blocks its thread")
                blocked.Wait(CancellationToken.None);
            return never.Task;
        };
        var began = host.Now;
        var request = host.As("web", new SubmitPhone(Number));
        await BegunAsync(1);
        await AdvanceAsync(host, 12);
        await host.Dispatcher.DrainAsync().WaitAsync(TimeSpan.FromSeconds(10));

        // The attempt is counted, and is tried again by the rules for failures: nobody waits for the lease to end.
        var waiting = Assert.Single(await host.WaitingAsync());
        Assert.Equal(1, waiting.Attempts);
        Assert.InRange(waiting.DueAt, began + Duration.FromSeconds(14.5), began + Duration.FromSeconds(19.5));
        host.Time.Advance(TimeSpan.FromSeconds(8));
        var again = host.Dispatcher.DispatchDueAsync();
        await BegunAsync(2);
        await AdvanceAsync(host, 12);
        Assert.Equal(1, await again.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.Equal([began, began + Duration.FromSeconds(20)], attempts);
        Assert.Equal(CodeDelivery.Waiting, (await request).CodeDelivery);
        blocked.Set();

        // A busy thread pool may start an attempt late, and the host's clock would have gone on meanwhile.
        async Task BegunAsync(int count)
        {
            for (var begun = 0; begun < count; await Task.Delay(5))
            {
                lock (attempts)
                    begun = attempts.Count;
            }
        }
    }

    [Fact]
    public async Task A_sender_that_heeds_its_token_is_told_when_the_attempt_is_over()
    {
        using var host = Hanging();
        var told = new TaskCompletionSource<Instant>();
        host.Phone.Hang = (_, token) =>
        {
            token.Register(() => told.TrySetResult(host.Now));
            return Task.Delay(Timeout.Infinite, token);
        };
        var began = host.Now;
        var request = host.As("web", new SubmitPhone(Number));
        await AdvanceAsync(host, 12);
        Assert.Equal(began + Duration.FromSeconds(12), await told.Task.WaitAsync(TimeSpan.FromSeconds(10)));
        await request;
    }

    [Fact]
    public async Task A_gateway_that_hangs_for_one_number_holds_up_no_other_message_and_no_notice()
    {
        using var host = Hanging();
        host.Phone.Hang = (_, _) => Task.CompletedTask;
        host.LoopRuns = false;
        await host.VerifyAsync("web", Number, "a third account");
        host.Phone.Fault = () => new HttpRequestException("the gateway is down");
        await host.As("web", new SubmitPhone(Number));
        await host.As("web", new SubmitPhone(Another), "another account");
        host.Phone.Fault = () => null;
        host.Phone.Hang = (message, _) => message.To.E164 == Number ? never.Task : Task.CompletedTask;
        host.Time.Advance(TimeSpan.FromSeconds(8));

        var batch = host.Dispatcher.DispatchDueAsync();
        for (var patience = 0; patience < 500 && (host.Phone.Messages.All(message => message.To.E164 != Another) || host.Owner.Notices.Count == 0); patience++)
            await Task.Delay(10);
        Assert.False(batch.IsCompleted);
        Assert.Contains(host.Phone.Messages, message => message.To.E164 == Another);
        Assert.Equal([NoticeKind.PhoneVerified], host.Owner.Notices);
        await AdvanceAsync(host, 12);
        await batch.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_notifier_that_hangs_holds_up_no_request()
    {
        using var host = Hanging();
        host.Phone.Hang = (_, _) => Task.CompletedTask;
        host.Owner.Hang = never.Task;
        host.LoopRuns = false;
        await host.EnableAsync("web", "web", Number).WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_shutdown_does_not_count_as_a_failed_attempt()
    {
        using var host = Hanging();
        host.Phone.Fault = () => new HttpRequestException("the gateway is down");
        host.Phone.Hang = (_, _) => Task.CompletedTask;
        await host.As("web", new SubmitPhone(Number));
        host.Phone.Fault = () => null;
        host.Phone.Hang = (_, token) => Task.Delay(Timeout.Infinite, token);
        host.Time.Advance(TimeSpan.FromSeconds(8));

        using var stopping = new CancellationTokenSource();
        var batch = host.Dispatcher.DispatchDueAsync(stopping.Token);
        while (host.Phone.Attempts < 2)
            await Task.Delay(5);
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => batch);
        Assert.Equal(1, Assert.Single(await host.WaitingAsync()).Attempts);

        host.Phone.Hang = (_, _) => Task.CompletedTask;
        host.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(1, await host.Dispatcher.DispatchDueAsync());
        Assert.Single(host.Phone.Messages);
    }

    [Fact]
    public async Task What_was_sent_when_the_shutdown_came_is_marked_as_sent()
    {
        using var host = Hanging();
        host.Phone.Fault = () => new HttpRequestException("the gateway is down");
        host.Phone.Hang = (_, _) => Task.CompletedTask;
        await host.As("web", new SubmitPhone(Number));
        host.Phone.Fault = () => null;
        host.Time.Advance(TimeSpan.FromSeconds(8));

        using var stopping = new CancellationTokenSource();
        host.Phone.Answer = _ =>
        {
            stopping.CancelAfter(0);
            return new SmsReceipt.Accepted();
        };
        try
        {
            await host.Dispatcher.DispatchDueAsync(stopping.Token);
        }
        catch (OperationCanceledException)
        {
            // The rest of the batch was cancelled, and there was none.
        }

        await host.RunLoopAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(2, host.Phone.Attempts);
        Assert.Single(host.Phone.Messages);
    }

    private ServiceHost Hanging(Action<LoginVerificationOptions>? configure = null)
    {
        var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.Services.Configure<LoginVerificationOptions>(o => configure?.Invoke(o)));
        host.Phone.Hang = (_, _) => never.Task;
        return host;
    }

    /// <summary>Lets so many seconds pass, and lets everybody who waits for one of them go on.</summary>
    private static async Task AdvanceAsync(ServiceHost host, int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            await Task.Delay(5);
            host.Time.Advance(TimeSpan.FromSeconds(1));
        }

        await Task.Delay(20);
    }
}
