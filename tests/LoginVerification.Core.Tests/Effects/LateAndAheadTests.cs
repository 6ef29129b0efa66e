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

    public static TheoryData<bool> OfCodes => new() { true, false };

    [Theory]
    [MemberData(nameof(OfCodes))]
    public async Task An_attempt_that_is_over_before_it_reached_anybody_reaches_nobody_afterwards(bool ofCode)
    {
        var store = new HoldingStore();
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.UseStore(store)) { LoopRuns = false };
        store.Inner = host.Store;
        if (ofCode)
        {
            host.Phone.Fault = () => new IOException();
            await host.As("web", new SubmitPhone(Number));
            host.Phone.Fault = () => null;
        }
        else
            await host.VerifyAsync("web", Number);
        host.Time.Advance(TimeSpan.FromSeconds(8));
        var before = (host.Phone.Attempts, host.Owner.Letters.Count);

        var holds = store.Hold();
        var batch = host.Dispatcher.DispatchDueAsync();
        await store.Reached;
        while (!batch.IsCompleted)
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1);
        }

        holds.SetResult();
        await Task.Delay(100);
        Assert.Equal(before, (host.Phone.Attempts, host.Owner.Letters.Count));
        await host.RunLoopAsync(TimeSpan.FromMinutes(1));
        Assert.Single(host.Phone.Messages);
        Assert.Equal(ofCode ? 0 : 1, host.Owner.Letters.Count);
    }

    [Fact]
    public async Task A_notice_of_a_machine_23_h_ahead_goes_out_now()
    {
        using var right = new ServiceHost(ShippedPolicies.Consistent) { LoopRuns = false };
        var ahead = new FakeTimeProvider(right.Time.GetUtcNow() + TimeSpan.FromHours(23));
        using var wrong = new ServiceHost(ShippedPolicies.Consistent, builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(ahead)), right) { LoopRuns = false };
        await wrong.InSession("web", new SubmitPhone(Number), NodaTime.Instant.FromDateTimeOffset(ahead.GetUtcNow()));
        await wrong.As("web", new ConfirmCode(right.Phone.LastCode));

        await right.RunLoopAsync(TimeSpan.FromSeconds(10));
        Assert.Equal([NoticeKind.PhoneVerified], right.Owner.Notices);
        Assert.Empty(await right.WaitingAsync());
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

    /// <summary>Holds what reads until the test lets it go.</summary>
    private sealed class HoldingStore : PassingStore
    {
        private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TaskCompletionSource? hold;

        public Task Reached => reached.Task;

        public TaskCompletionSource Hold() => hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async ValueTask<Enrolment?> LoadAsync(AccountId account, CancellationToken cancellationToken)
        {
            if (Interlocked.Exchange(ref hold, null) is { } held)
            {
                reached.TrySetResult();
                await held.Task;
            }

            return await base.LoadAsync(account, cancellationToken);
        }
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
