using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Tests;

/// <summary>A gateway that takes nothing is not silent: result, status, history and log tell how far a code came.</summary>
public sealed class SilentGatewayTests
{
    private const string Number = "+972502345678";

    [Fact]
    public async Task A_gateway_that_refuses_everything_for_an_hour_is_told_at_every_step()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        host.Phone.Fault = () => new HttpRequestException("the gateway is down");
        Assert.Equal(CodeDelivery.Waiting, (await host.As("web", new SubmitPhone(Number))).CodeDelivery);
        Assert.Equal(CodeDelivery.Waiting, (await host.StatusAsync()).CodeDelivery);

        // The code is dead before its attempts are used up, and a dead code is not sent any more.
        await host.RunLoopAsync(TimeSpan.FromMinutes(20));
        Assert.InRange(host.Phone.Attempts, 6, 10);
        Assert.Equal(host.Phone.Attempts, host.Log.Lines.Count(line => line.Contains("SendCode: attempt", StringComparison.Ordinal)));
        Assert.Empty(await host.WaitingAsync());
        Assert.Equal(CodeDelivery.Failed, (await host.StatusAsync()).CodeDelivery);
        Assert.Single(await host.HistoryAsync(), happened => happened is DeliveryFailed { Reason: DeliveryFailure.GivenUp, Origin.By: Initiator.Time });
    }

    [Fact]
    public async Task A_code_is_given_up_after_the_last_attempt_and_that_is_an_event()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.Services.Configure<LoginVerificationOptions>(o => o.SendAttempts = 3));
        host.Phone.Fault = () => new HttpRequestException("the gateway is down");
        await host.As("web", new SubmitPhone(Number));
        await host.RunLoopAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(3, host.Phone.Attempts);
        Assert.Equal(CodeDelivery.Failed, (await host.StatusAsync()).CodeDelivery);
        Assert.Single(await host.HistoryAsync(), happened => happened is DeliveryFailed { Reason: DeliveryFailure.GivenUp });
        host.Phone.Fault = () => null;
        Assert.Equal(CodeDelivery.Sent, (await host.As("web", new ResendCode())).CodeDelivery);
        Assert.Equal(CodeDelivery.Sent, (await host.StatusAsync()).CodeDelivery);
    }

    [Theory]
    [InlineData(RejectionReason.UnknownNumber, DeliveryFailure.UnknownNumber)]
    [InlineData(RejectionReason.NotServed, DeliveryFailure.NotServed)]
    [InlineData(RejectionReason.Refused, DeliveryFailure.Refused)]
    public async Task What_the_gateway_refuses_for_good_is_not_tried_again(RejectionReason rejected, DeliveryFailure recorded)
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        host.Phone.Answer = _ => new SmsReceipt.Rejected(rejected);
        Assert.Equal(CodeDelivery.Failed, (await host.As("web", new SubmitPhone(Number))).CodeDelivery);
        await host.RunLoopAsync(TimeSpan.FromHours(1));

        Assert.Equal(1, host.Phone.Attempts);
        Assert.Equal(CodeDelivery.Failed, (await host.StatusAsync()).CodeDelivery);
        var failed = Assert.Single((await host.HistoryAsync()).OfType<DeliveryFailed>());
        Assert.Equal((recorded, Initiator.Carrier), (failed.Reason, failed.Origin.By));
    }

    [Fact]
    public async Task A_gateway_without_an_answer_at_all_is_tried_again()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        host.Phone.Answer = _ => null!;
        Assert.Equal(CodeDelivery.Waiting, (await host.As("web", new SubmitPhone(Number))).CodeDelivery);
        host.Phone.Answer = _ => new SmsReceipt.Accepted();
        await host.RunLoopAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(CodeDelivery.Sent, (await host.StatusAsync()).CodeDelivery);
    }

    [Fact]
    public async Task A_code_that_was_sent_again_counts_as_sent_though_its_first_message_still_waits()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent) { LoopRuns = false };
        host.Phone.Fault = () => new HttpRequestException("the gateway is down");
        await host.As("web", new SubmitPhone(Number));
        host.Phone.Fault = () => null;
        host.Time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(CodeDelivery.Sent, (await host.As("web", new ResendCode())).CodeDelivery);
        Assert.Single(await host.WaitingAsync());
        Assert.Equal(CodeDelivery.Sent, (await host.StatusAsync()).CodeDelivery);
    }

    [Fact]
    public async Task Without_a_pending_number_there_is_no_code_to_tell_of()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        Assert.Null((await host.StatusAsync()).CodeDelivery);
        Assert.Equal(CodeDelivery.Sent, (await host.As("web", new SubmitPhone(Number))).CodeDelivery);
        Assert.Null((await host.As("web", new ConfirmCode(host.Phone.LastCode))).CodeDelivery);
        Assert.Null((await host.StatusAsync()).CodeDelivery);
    }

    [Fact]
    public async Task A_code_under_a_key_that_this_process_lacks_waits_for_one_that_has_it()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        host.Phone.Fault = () => new HttpRequestException("the gateway is down");
        await host.As("web", new SubmitPhone(Number));
        host.Phone.Fault = () => null;
        host.Time.Advance(TimeSpan.FromSeconds(8));
        using var old = new ServiceHost(ShippedPolicies.Consistent, builder => builder.Services.PostConfigure<LoginVerificationOptions>(o =>
        {
            o.CodeKeys.Clear();
            o.CodeKeys["older"] = new byte[32];
        }), host);
        Assert.Equal(1, await old.Dispatcher.DispatchDueAsync());
        Assert.Contains(old.Log.Lines, line => line.Contains("under the key test", StringComparison.Ordinal));
        await host.RunLoopAsync(TimeSpan.FromSeconds(15));
        Assert.Single(host.Phone.Messages);
    }
}
