using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Tests;

/// <summary>Whether a message may go out is asked when it leaves, and not when it was owed.</summary>
public sealed class UnwantedMessageTests
{
    private const string Number = "+972502345678";
    private const string Another = "+972522345678";
    private const string Reserved = "+447700900123";

    [Fact]
    public async Task A_code_that_was_queued_before_a_STOP_is_not_sent_after_it()
    {
        using var host = await QueuedAsync(Number);
        Assert.Null((await host.Carrier(new OptOutOfDelivery(Number))).Refusal);
        await host.RunLoopAsync(TimeSpan.FromMinutes(2));
        Assert.Empty(host.Phone.Messages);
        Assert.Equal(CodeDelivery.Failed, (await host.StatusAsync()).CodeDelivery);
        Assert.Single(await host.HistoryAsync(), happened => happened is DeliveryOptedOut);
    }

    [Fact]
    public async Task A_STOP_that_was_taken_back_before_the_message_left_hinders_nothing()
    {
        using var host = await QueuedAsync(Number);
        await host.Carrier(new OptOutOfDelivery(Number));
        await host.Carrier(new RestoreDelivery(Number));
        await host.RunLoopAsync(TimeSpan.FromMinutes(1));
        Assert.Single(host.Phone.Messages);
    }

    [Fact]
    public async Task A_number_that_said_STOP_to_another_account_gets_no_code_and_that_alone_is_recorded()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.As("web", new SubmitPhone(Number), "another account");
        await host.Give(Caller.Carrier(AccountId.Parse("another account")), new OptOutOfDelivery(Number));
        var before = host.Phone.Messages.Count;

        Assert.Equal(CodeDelivery.Failed, (await host.As("web", new SubmitPhone(Number))).CodeDelivery);
        Assert.Equal(before, host.Phone.Messages.Count);
        Assert.Equal([typeof(PhoneSubmitted), typeof(DeliveryFailed)], (await host.HistoryAsync()).Select(happened => happened.GetType()));
        Assert.Equal(CodeDelivery.Failed, (await host.StatusAsync()).CodeDelivery);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(CodeDelivery.Failed, (await host.As("web", new SubmitPhone(Number))).CodeDelivery);
        Assert.Equal(before, host.Phone.Messages.Count);

        Assert.Null((await host.Give(Caller.Operator(AccountId.Parse("another account"), "staff-1"), new RestoreDelivery(Number))).Refusal);
        host.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(CodeDelivery.Sent, (await host.As("web", new SubmitPhone(Number))).CodeDelivery);
    }

    [Fact]
    public async Task A_STOP_that_staff_took_back_does_not_come_back_by_itself()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.As("web", new SubmitPhone(Number));
        await host.As("web", new SubmitPhone(Number), "another account");
        await host.Service.ForCarrier().OptOutOfDeliveryAsync(Number);
        Assert.Null((await host.Operator(new RestoreDelivery(Number))).Refusal);
        host.Time.Advance(TimeSpan.FromMinutes(5));
        await host.As("web", new SubmitPhone(Number));
        Assert.Empty((await host.StoredAsync()).OptedOut);
        Assert.Single(await host.HistoryAsync(), happened => happened is DeliveryOptedOut);
    }

    [Fact]
    public async Task Who_proved_a_number_asks_for_messages_again_and_gets_them()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.VerifyAsync("web", Number);
        await host.Carrier(new OptOutOfDelivery(Number));
        host.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(CodeDelivery.Sent, (await host.As("web", new SubmitPhone(Number))).CodeDelivery);
        Assert.Null((await host.As("web", new ConfirmCode(host.Phone.LastCode))).Refusal);
        Assert.Empty((await host.StoredAsync()).OptedOut);
    }

    [Fact]
    public async Task A_code_that_was_asked_for_after_a_STOP_is_held_by_the_next_STOP()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.VerifyAsync("web", Number);
        await host.Carrier(new OptOutOfDelivery(Number));
        host.Time.Advance(TimeSpan.FromMinutes(5));
        var before = host.Phone.Messages.Count;
        host.Phone.Fault = () => new HttpRequestException("the gateway is down");
        await host.As("web", new SubmitPhone(Number));
        host.Phone.Fault = () => null;
        host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null((await host.Carrier(new OptOutOfDelivery(Number))).Refusal);
        await host.RunLoopAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(before, host.Phone.Messages.Count);
    }

    [Fact]
    public async Task What_the_gateway_answers_with_an_opt_out_is_recorded_and_told_to_the_owner()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        host.Phone.Answer = _ => new SmsReceipt.OptedOut();
        Assert.Equal(CodeDelivery.Failed, (await host.As("web", new SubmitPhone(Number))).CodeDelivery);
        await host.RunLoopAsync(TimeSpan.FromHours(1));

        Assert.Equal(1, host.Phone.Attempts);
        Assert.Equal([typeof(PhoneSubmitted), typeof(DeliveryOptedOut), typeof(DeliveryFailed)], (await host.HistoryAsync()).Select(happened => happened.GetType()));
        Assert.Equal([NoticeKind.DeliveryOptedOut], host.Owner.Notices);
        host.Phone.Answer = _ => new SmsReceipt.Accepted();
        Assert.Equal(RefusalCode.DeliveryOptedOut, (await host.As("web", new ResendCode())).Refusal!.Code);
    }

    [Fact]
    public async Task A_reserved_number_that_was_queued_by_a_test_sender_never_reaches_a_live_one()
    {
        using var host = await QueuedAsync(Reserved);
        host.Phone.IsLive = true;
        var before = host.Phone.Attempts;
        await host.RunLoopAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(before, host.Phone.Attempts);
        Assert.Equal(CodeDelivery.Failed, (await host.StatusAsync()).CodeDelivery);
        Assert.Empty(await host.WaitingAsync());
    }

    public static TheoryData<string> Reasons => new() { "STOP", "a STOP after the replacement", "reserved", "changed hands", "none" };

    [Theory]
    [MemberData(nameof(Reasons))]
    public async Task A_replaced_number_is_told_unless(string reason)
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        var number = reason == "reserved" ? Reserved : Number;
        await host.VerifyAsync("web", number);
        host.Phone.IsLive = true;
        if (reason == "STOP")
            Assert.Null((await host.Carrier(new OptOutOfDelivery(number))).Refusal);
        if (reason == "changed hands")
            Assert.Null((await host.Carrier(new InvalidatePhone(number, InvalidationReason.Recycled))).Refusal);
        host.LoopRuns = false;
        await host.VerifyAsync("web", Another);
        if (reason == "a STOP after the replacement")
            Assert.Null((await host.Carrier(new OptOutOfDelivery(number))).Refusal);
        await host.Dispatcher.DispatchDueAsync();

        Assert.Equal(reason == "none" ? 2 : 1, host.Phone.Messages.Count(message => message.To.E164 == number));
        Assert.Empty(await host.WaitingAsync());
    }

    [Fact]
    public async Task An_event_that_cannot_be_read_is_given_up_after_the_attempts_like_any_other()
    {
        var history = new UnreadableHistory();
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.Services.AddSingleton<IEnrolmentHistory>(history)) { LoopRuns = false };
        history.Inner = host.Store;
        await host.VerifyAsync("web", Number);
        history.IsUnreadable = true;
        for (var taken = 0; taken < 20; taken++)
        {
            Assert.All(await host.WaitingAsync(), message => Assert.Equal(taken, message.Attempts));
            await host.Dispatcher.DispatchDueAsync();
            host.Time.Advance(TimeSpan.FromMinutes(8));
        }

        Assert.Empty(await host.WaitingAsync());
        Assert.Equal(2, host.Log.Lines.Count(line => line.Contains("given up after 20 attempts", StringComparison.Ordinal)));
    }

    /// <summary>A code for the number is owed, and could not be sent yet.</summary>
    private static async Task<ServiceHost> QueuedAsync(string number)
    {
        var host = new ServiceHost(ShippedPolicies.Consistent);
        host.Phone.Fault = () => new HttpRequestException("the gateway is down");
        Assert.Equal(CodeDelivery.Waiting, (await host.As("web", new SubmitPhone(number))).CodeDelivery);
        host.Phone.Fault = () => null;
        return host;
    }

    private sealed class UnreadableHistory : IEnrolmentHistory
    {
        public IEnrolmentHistory Inner { get; set; } = null!;

        public bool IsUnreadable { get; set; }

        public ValueTask<IReadOnlyList<EnrolmentEvent>> ReadAsync(AccountId account, long from, int most, CancellationToken cancellationToken) =>
            IsUnreadable ? throw new StoredDataException("an event of a later version") : Inner.ReadAsync(account, from, most, cancellationToken);

        public ValueTask EraseAsync(AccountId account, Origin origin, CancellationToken cancellationToken) => Inner.EraseAsync(account, origin, cancellationToken);

        public ValueTask<IReadOnlyList<Erasure>> ReadErasuresAsync(AccountId account, CancellationToken cancellationToken) => Inner.ReadErasuresAsync(account, cancellationToken);
    }
}
