using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace LoginVerification.Tests;

/// <summary>What comes after nobody waits any more, a save that takes long, and a clock that ran ahead: nothing leaks, doubles or is lost.</summary>
public sealed class LateAndAheadTests
{
    private const string Number = "+972502345678";

    [Fact]
    public async Task What_a_gateway_throws_after_a_shutdown_surfaces_nowhere()
    {
        var seen = new List<string>();
        void Note(object? sender, UnobservedTaskExceptionEventArgs unobserved)
        {
            lock (seen)
                seen.Add(unobserved.Exception.ToString());
        }

        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            await ShutDownDuringAnAttemptAsync();
            for (var i = 0; i < 5; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                await Task.Delay(20);
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }

        Assert.DoesNotContain(seen, text => text.Contains(Number, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_save_that_takes_most_of_the_lease_leaves_the_code_to_the_loop()
    {
        using var other = new ServiceHost(ShippedPolicies.Consistent) { LoopRuns = false };
        var slow = new SlowlySaving(() => other.Time.Advance(TimeSpan.FromSeconds(25)));
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.UseStore(slow.Over(other.Store)), other) { LoopRuns = false };

        Assert.Equal(CodeDelivery.Waiting, (await host.As("web", new SubmitPhone(Number))).CodeDelivery);
        Assert.Empty(other.Phone.Messages);
        await other.Dispatcher.DispatchDueAsync();
        Assert.Single(other.Phone.Messages);
    }

    [Fact]
    public async Task A_notice_of_a_machine_that_ran_years_ahead_goes_out_now()
    {
        using var right = new ServiceHost(ShippedPolicies.Consistent) { LoopRuns = false };
        await right.EnableAsync("web", "web", Number);
        await right.RunLoopAsync(TimeSpan.FromMinutes(1));
        var ahead = new FakeTimeProvider(right.Time.GetUtcNow() + TimeSpan.FromDays(3650));
        using var wrong = new ServiceHost(ShippedPolicies.Consistent, builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(ahead)), right) { LoopRuns = false };
        var caller = Caller.User(AccountId.Parse(ServiceHost.Account), Surface.Parse("web"), NodaTime.Instant.FromDateTimeOffset(ahead.GetUtcNow()), AuthenticationFactors.MultiFactor);
        Assert.Null((await wrong.Give(caller, new DisableVerification())).Refusal);

        await right.RunLoopAsync(TimeSpan.FromSeconds(10));
        Assert.Contains(NoticeKind.VerificationDisabled, right.Owner.Notices);
        Assert.Empty(await right.WaitingAsync());
    }

    [Fact]
    public async Task A_scoped_sender_that_is_disposed_asynchronously_is_asked_whether_it_is_live()
    {
        using var test = new ServiceHost(ShippedPolicies.Consistent) { LoopRuns = false };
        test.Phone.Fault = () => new TimeoutException();
        await test.As("web", new SubmitPhone("+447700900123"));
        using var live = new ServiceHost(ShippedPolicies.Consistent, builder => builder.UseSms<LiveSender>().Services.AddScoped<LiveSender>(), test) { LoopRuns = false };

        await live.RunLoopAsync(TimeSpan.FromSeconds(10));
        Assert.Empty(await live.WaitingAsync());
        Assert.Equal(DeliveryFailure.UnknownNumber, (await live.StoredAsync()).CodeDelivery);
    }

    private static async Task ShutDownDuringAnAttemptAsync()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent) { LoopRuns = false };
        host.Phone.Fault = () => new TimeoutException();
        await host.As("web", new SubmitPhone(Number));
        host.Time.Advance(TimeSpan.FromSeconds(10));
        var began = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answers = new TaskCompletionSource();
        host.Phone.Hang = (_, _) =>
        {
            began.TrySetResult();
            return answers.Task;
        };
        host.Phone.Fault = () => new InvalidOperationException($"400 to={Number}");
        using var shutdown = new CancellationTokenSource();
        var batch = host.Dispatcher.DispatchDueAsync(shutdown.Token);
        await began.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await shutdown.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => batch);
        answers.SetResult();
        await Task.Delay(100);
    }

    private sealed class SlowlySaving(Action pass) : PassingStore
    {
        public SlowlySaving Over(IEnrolmentStore inner)
        {
            Inner = inner;
            return this;
        }

        public override ValueTask<bool> TrySaveAsync(EnrolmentChange change, CancellationToken cancellationToken)
        {
            pass();
            return base.TrySaveAsync(change, cancellationToken);
        }
    }

    private sealed class LiveSender : ISmsSender, IAsyncDisposable
    {
        public bool IsLive => true;

        public Task<SmsReceipt> SendAsync(SmsMessage message, CancellationToken cancellationToken) => Task.FromResult<SmsReceipt>(new SmsReceipt.Accepted());

        public ValueTask DisposeAsync() => default;
    }
}
