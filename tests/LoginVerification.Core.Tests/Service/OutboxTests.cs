using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Tests;

/// <summary>What is owed after a save is sent, now or later, and once.</summary>
public sealed class OutboxTests
{
    private const string Number = "+972502345678";

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
        host.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(1, await host.Dispatcher.DispatchDueAsync());
        Assert.Null((await host.As("web", new ConfirmCode(host.Phone.LastCode))).Refusal);
    }

    [Fact]
    public async Task A_crash_after_the_save_loses_nothing()
    {
        // The sending process is "killed" by a sender that never ends its attempt within the lease: the message is left in the outbox.
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        var crash = new TaskCompletionSource();
        host.Phone.Hang = crash.Task;
        var request = host.As("web", new SubmitPhone(Number));
        Assert.False(request.IsCompleted);

        host.Phone.Hang = Task.CompletedTask;
        host.Time.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(0, await host.Dispatcher.DispatchDueAsync());
        host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await host.Dispatcher.DispatchDueAsync());
        Assert.Single(host.Phone.Messages);
        crash.SetCanceled();
        await request;
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
        Assert.Equal(0, await host.Dispatcher.DispatchDueAsync());
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
        var status = await host.Service.ForUser(AccountId.Parse(ServiceHost.Account), Surface.Parse("web"), host.Now).GetStatusAsync();
        Assert.Equal(NoticeKind.VerificationDisabled, Assert.Single(status.InAppNotices).Kind);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_replaced_number_that_opted_out_or_is_nobodys_gets_no_SMS(bool optedOut, bool reserved)
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        var number = reserved ? "+447700900123" : Number;
        await host.VerifyAsync("web", number);
        if (optedOut)
            await host.Carrier(new OptOutOfDelivery(number));
        host.Phone.IsLive = true;
        await host.VerifyAsync("web", "+972522345678");
        Assert.Single(host.Phone.Messages, message => message.To.E164 == number);
    }

    [Fact]
    public async Task A_notice_without_an_independent_address_becomes_an_event_and_an_in_app_notice()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        host.Owner.Receipt = NoticeReceipt.NoIndependentAddress;
        await host.VerifyAsync("web", Number);

        Assert.Contains(await host.HistoryAsync(), happened => happened is NoticeUndeliverable { Notice: NoticeKind.PhoneVerified });
        var status = await host.Service.ForUser(AccountId.Parse(ServiceHost.Account), Surface.Parse("web"), host.Now).GetStatusAsync();
        Assert.Equal(new InAppNotice(NoticeKind.PhoneVerified, host.Now), Assert.Single(status.InAppNotices));
    }

    [Fact]
    public async Task The_number_that_is_replaced_is_told_by_SMS_without_a_code()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.EnableAsync("web", "web", Number);
        await host.VerifyAsync("web", "+972522345678");
        var told = Assert.Single(host.Phone.Messages, message => !message.Text.Contains('#', StringComparison.Ordinal));
        Assert.Equal(Number, told.To.E164);
        Assert.Contains(NoticeKind.PhoneReplaced, host.Owner.Notices);
        Assert.Equal(new LoginRequirement.Verify(VerificationChannel.Sms), await host.Service.GetLoginRequirementAsync(AccountId.Parse(ServiceHost.Account)));
    }
}
