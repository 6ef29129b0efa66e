using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace LoginVerification.Tests;

/// <summary>What is owed after a save is sent, now or later, and once.</summary>
public sealed class OutboxTests
{
    private const string Number = "+972502345678";
    private const string Another = "+972522345678";

    [Fact]
    public async Task A_send_that_fails_is_tried_again_later_and_the_command_stands()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        host.Phone.Fault = () => new HttpRequestException("the gateway is down");
        var result = await host.As("web", new SubmitPhone(Number));
        Assert.Null(result.Refusal);
        Assert.Empty(host.Phone.Messages);

        host.Phone.Fault = () => null;
        Assert.Equal(0, await host.Dispatcher.DispatchDueAsync());
        host.Time.Advance(TimeSpan.FromSeconds(8));
        Assert.Equal(1, await host.Dispatcher.DispatchDueAsync());
        Assert.Null((await host.As("web", new ConfirmCode(host.Phone.LastCode))).Refusal);
    }

    [Fact]
    public async Task A_crash_after_the_save_loses_nothing()
    {
        var crashing = new CrashingStore();
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.UseStore(crashing));
        crashing.Inner = host.Store;
        crashing.Crashes = true;
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.As("web", new SubmitPhone(Number)));
        Assert.Equal(0, host.Phone.Attempts);

        crashing.Crashes = false;
        host.Time.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(0, await host.Dispatcher.DispatchDueAsync());
        host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await host.Dispatcher.DispatchDueAsync());
        Assert.Single(host.Phone.Messages);
    }

    [Fact]
    public async Task A_code_that_no_longer_counts_is_not_sent()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        host.Phone.Fault = () => new HttpRequestException("the gateway is down");
        await host.As("web", new SubmitPhone(Number));
        host.Phone.Fault = () => null;
        await host.As("web", new CancelPending());
        host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await host.Dispatcher.DispatchDueAsync());
        Assert.Empty(host.Phone.Messages);
        Assert.Empty(await host.WaitingAsync());
    }

    [Fact]
    public async Task A_code_whose_life_is_over_is_not_sent()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        host.Phone.Fault = () => new HttpRequestException("the gateway is down");
        await host.As("web", new SubmitPhone(Number));
        host.Phone.Fault = () => null;
        host.Time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));
        host.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, await host.Dispatcher.DispatchDueAsync());
        Assert.Equal(1, host.Phone.Attempts);
        Assert.Empty(await host.WaitingAsync());
    }

    [Fact]
    public async Task A_notice_is_the_loops_and_not_the_requests()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent) { LoopRuns = false };
        await host.VerifyAsync("web", Number);
        Assert.Empty(host.Owner.Letters);
        Assert.Equal([OutboxEffect.NotifyOwner, OutboxEffect.NotifySecondAddress], (await host.WaitingAsync()).Select(message => message.Effect).Order());

        await host.Dispatcher.DispatchDueAsync();
        Assert.Equal([NoticeKind.PhoneVerified], host.Owner.Notices);
    }

    [Fact]
    public async Task A_notice_tells_where_and_when_it_happened_and_not_when_it_was_sent()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent) { LoopRuns = false };
        await host.VerifyAsync("web", Number);
        var happenedAt = host.Now;
        host.Time.Advance(TimeSpan.FromHours(3));
        await host.Dispatcher.DispatchDueAsync();

        var letter = Assert.Single(host.Owner.Letters);
        Assert.Equal((happenedAt, Surface.Parse("web"), Initiator.User), (letter.At, letter.Surface, letter.By));
    }

    [Fact]
    public async Task The_notices_of_one_account_go_out_in_the_order_in_which_it_happened()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent) { LoopRuns = false };
        await host.EnableAsync("web", "web", Number);
        await host.As("web", new DisableVerification());
        await host.As("web", new RemovePhone());
        await host.Dispatcher.DispatchDueAsync();
        Assert.Equal([NoticeKind.PhoneVerified, NoticeKind.VerificationEnabled, NoticeKind.VerificationDisabled, NoticeKind.PhoneRemoved], host.Owner.Notices);
    }

    [Fact]
    public async Task Waits_between_attempts_double_up_to_the_longest()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.Services.Configure<LoginVerificationOptions>(o => o.SendAttempts = 8));
        await host.VerifyAsync("web", Number);
        var attempts = new List<Instant>();
        host.Owner.Fault = () =>
        {
            attempts.Add(host.Now);
            return new HttpRequestException("no mail today");
        };
        await host.As("web", new EnableVerification(VerificationChannel.Sms));
        await host.RunLoopAsync(TimeSpan.FromMinutes(30));

        var waits = attempts.Zip(attempts.Skip(1), (one, next) => (next - one).TotalSeconds).ToList();
        double[] doubled = [5, 10, 20, 40, 80, 160, 300];
        Assert.Equal(doubled.Length, waits.Count);
        // The loop looks every 5 s.
        Assert.All(waits.Zip(doubled), pair => Assert.InRange(pair.First, pair.Second / 2, (pair.Second * 1.5) + 5));
    }

    [Fact]
    public async Task A_message_is_given_up_after_the_last_attempt()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.VerifyAsync("web", Number);
        var attempts = 0;
        host.Owner.Fault = () => { attempts++; return new HttpRequestException("no mail today"); };
        await host.As("web", new EnableVerification(VerificationChannel.Sms));
        for (var i = 0; i < 50; i++)
        {
            host.Time.Advance(TimeSpan.FromMinutes(5));
            await host.Dispatcher.DispatchDueAsync();
        }

        Assert.Equal(20, attempts);
        Assert.Empty(await host.WaitingAsync());
    }

    [Fact]
    public async Task A_notice_that_is_given_up_is_shown_in_the_application()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.Services.Configure<LoginVerificationOptions>(o => o.SendAttempts = 2));
        await host.EnableAsync("web", "web", Number);
        host.Owner.Fault = () => new HttpRequestException("no mail today");
        await host.As("web", new DisableVerification());
        host.Time.Advance(TimeSpan.FromMinutes(5));
        await host.Dispatcher.DispatchDueAsync();
        Assert.Equal(NoticeKind.VerificationDisabled, Assert.Single((await host.StatusAsync()).InAppNotices).Kind);
    }

    [Fact]
    public async Task A_notice_without_an_independent_address_becomes_an_event_and_an_in_app_notice()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        host.Owner.Receipt = NoticeReceipt.NoIndependentAddress;
        await host.VerifyAsync("web", Number);

        Assert.Contains(await host.HistoryAsync(), happened => happened is NoticeUndeliverable { Notice: NoticeKind.PhoneVerified });
        Assert.Equal(new InAppNotice(NoticeKind.PhoneVerified, host.Now), Assert.Single((await host.StatusAsync()).InAppNotices));
    }

    [Fact]
    public async Task An_in_app_notice_outlasts_races_that_it_loses()
    {
        var crowded = new CrowdedStore();
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.UseStore(crowded)) { LoopRuns = false };
        crowded.Inner = host.Store;
        await host.VerifyAsync("web", Number);
        host.Owner.Receipt = NoticeReceipt.NoIndependentAddress;
        crowded.Lost = 19;
        await host.Dispatcher.DispatchDueAsync();
        Assert.Single((await host.StatusAsync()).InAppNotices);
    }

    [Fact]
    public async Task The_number_that_is_replaced_is_told_by_SMS_without_a_code()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.EnableAsync("web", "web", Number);
        await host.VerifyAsync("web", Another);
        var told = Assert.Single(host.Phone.Messages, message => !message.Text.Contains('#', StringComparison.Ordinal));
        Assert.Equal(Number, told.To.E164);
        Assert.Contains(NoticeKind.PhoneReplaced, host.Owner.Notices);
        Assert.Equal(new LoginRequirement.Verify(VerificationChannel.Sms), await host.Service.GetLoginRequirementAsync(AccountId.Parse(ServiceHost.Account)));
    }

    /// <summary>A store whose process dies right after a save.</summary>
    private sealed class CrashingStore : PassingStore
    {
        public bool Crashes { get; set; }

        public override async ValueTask<bool> TrySaveAsync(EnrolmentChange change, CancellationToken cancellationToken)
        {
            var saved = await base.TrySaveAsync(change, cancellationToken);
            return Crashes ? throw new InvalidOperationException("the process died") : saved;
        }
    }

    /// <summary>A store in which others are faster for a while.</summary>
    private sealed class CrowdedStore : PassingStore
    {
        public int Lost { get; set; }

        public override ValueTask<bool> TrySaveAsync(EnrolmentChange change, CancellationToken cancellationToken) =>
            Lost-- > 0 ? new(false) : base.TrySaveAsync(change, cancellationToken);
    }
}
