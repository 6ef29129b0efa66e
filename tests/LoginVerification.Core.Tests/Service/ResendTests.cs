namespace LoginVerification.Tests;

/// <summary>A message that arrives late still works: while a code is alive, a resend sends the same one.</summary>
public sealed class ResendTests
{
    private const string Number = "+972502345678";

    private static readonly EnrolmentPolicy NewOnResend =
        EnrolmentPolicy.Create(ShippedPolicies.Consistent.Document with { Code = ShippedPolicies.Consistent.Document.Code with { OnResend = ResendMode.New } });

    public static TheoryData<bool> BySubmitting => new() { false, true };

    [Theory]
    [MemberData(nameof(BySubmitting))]
    public async Task The_first_message_works_after_a_resend(bool bySubmitting)
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.As("web", new SubmitPhone(Number));
        var first = host.Phone.LastCode;
        host.Time.Advance(TimeSpan.FromSeconds(30));

        Assert.Null((await AgainAsync(host, bySubmitting)).Refusal);

        Assert.Equal(2, host.Phone.Messages.Count);
        Assert.Equal(first, host.Phone.LastCode);
        Assert.IsType<CodeResent>((await host.HistoryAsync())[^1]);
        Assert.Null((await host.As("web", new ConfirmCode(first))).Refusal);
    }

    [Theory]
    [MemberData(nameof(BySubmitting))]
    public async Task A_resend_gives_the_code_neither_a_longer_life_nor_more_tries(bool bySubmitting)
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.As("web", new SubmitPhone(Number));
        for (var i = 0; i < 4; i++)
            await host.As("web", new ConfirmCode(Wrong(host)));
        var before = (await host.StoredAsync()).Pending;
        host.Time.Advance(TimeSpan.FromMinutes(9));

        Assert.Null((await AgainAsync(host, bySubmitting)).Refusal);

        Assert.Equal(before, (await host.StoredAsync()).Pending);
        Assert.Equal(4, (await host.StoredAsync()).FailureCount(CodePurpose.Enrol));
        host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(RefusalCode.CodeExpired, (await host.As("web", new ConfirmCode(host.Phone.LastCode))).Refusal!.Code);
    }

    [Theory]
    [MemberData(nameof(BySubmitting))]
    public async Task A_dead_code_is_followed_by_a_new_one(bool bySubmitting)
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.As("web", new SubmitPhone(Number));
        var first = (await host.StoredAsync()).Pending!;
        host.Time.Advance(TimeSpan.FromMinutes(10));

        Assert.Null((await AgainAsync(host, bySubmitting)).Refusal);

        var second = (await host.StoredAsync()).Pending!;
        Assert.NotEqual(first.Challenge.Id, second.Challenge.Id);
        Assert.Equal(first.LapsesAt, second.LapsesAt);
        Assert.Null((await host.As("web", new ConfirmCode(host.Phone.LastCode))).Refusal);
    }

    [Theory]
    [MemberData(nameof(BySubmitting))]
    public async Task A_code_that_was_tried_out_is_followed_by_a_new_one_and_is_then_refused_as_an_earlier_one(bool bySubmitting)
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.As("web", new SubmitPhone(Number));
        var first = host.Phone.LastCode;
        for (var i = 0; i < 5; i++)
            await host.As("web", new ConfirmCode(Wrong(host)));
        host.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(RefusalCode.CodeExhausted, (await host.As("web", new ConfirmCode(first))).Refusal!.Code);

        Assert.Null((await AgainAsync(host, bySubmitting)).Refusal);

        Assert.IsType<CodeReissued>((await host.HistoryAsync())[^1]);
        if (first != host.Phone.LastCode)
            Assert.Equal(RefusalCode.CodeSuperseded, (await host.As("web", new ConfirmCode(first))).Refusal!.Code);
        Assert.Null((await host.As("web", new ConfirmCode(host.Phone.LastCode))).Refusal);
    }

    [Theory]
    [MemberData(nameof(BySubmitting))]
    public async Task Where_the_policy_wants_a_new_code_the_earlier_one_is_refused_for_what_it_is(bool bySubmitting)
    {
        using var host = new ServiceHost(NewOnResend);
        await host.As("web", new SubmitPhone(Number));
        var first = host.Phone.LastCode;
        host.Time.Advance(TimeSpan.FromSeconds(30));

        Assert.Null((await AgainAsync(host, bySubmitting)).Refusal);

        Assert.IsType<CodeReissued>((await host.HistoryAsync())[^1]);
        if (first != host.Phone.LastCode)
            Assert.Equal(RefusalCode.CodeSuperseded, (await host.As("web", new ConfirmCode(first))).Refusal!.Code);
        Assert.Equal(0, (await host.StoredAsync()).FailureCount(CodePurpose.Enrol));
    }

    [Theory]
    [MemberData(nameof(BySubmitting))]
    public async Task A_message_that_still_waits_is_not_sent_beside_the_one_that_brings_the_same_code(bool bySubmitting)
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent) { LoopRuns = false };
        await WaitingAsync(host);

        Assert.Equal(CodeDelivery.Sent, (await AgainAsync(host, bySubmitting)).CodeDelivery);
        host.Phone.Answer = _ => new SmsReceipt.Rejected(RejectionReason.Refused);
        await host.RunLoopAsync(TimeSpan.FromMinutes(2));

        Assert.Single(host.Phone.Messages);
        Assert.Empty(await host.WaitingAsync());
        Assert.Equal(CodeDelivery.Sent, (await host.StatusAsync("web")).CodeDelivery);
    }

    [Fact]
    public async Task An_earlier_message_that_is_refused_late_says_nothing_of_the_one_that_brought_the_same_code()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent) { LoopRuns = false };
        await WaitingAsync(host);
        var (began, refuses) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource());
        host.Phone.Hang = (_, _) =>
        {
            began.TrySetResult();
            return refuses.Task;
        };
        host.Phone.Answer = _ => refuses.Task.IsCompleted ? new SmsReceipt.Rejected(RejectionReason.Refused) : new SmsReceipt.Accepted();
        var earlier = host.Dispatcher.DispatchDueAsync();
        await began.Task;
        host.Phone.Hang = (_, _) => Task.CompletedTask;
        Assert.Equal(CodeDelivery.Sent, (await host.As("web", new ResendCode())).CodeDelivery);
        refuses.SetResult();
        await earlier;

        Assert.Equal(CodeDelivery.Sent, (await host.StatusAsync("web")).CodeDelivery);
        Assert.DoesNotContain(await host.HistoryAsync(), happened => happened is DeliveryFailed);
    }

    /// <summary>The first message of a code waits to be tried again, and the code may be sent once more.</summary>
    private static async Task WaitingAsync(ServiceHost host)
    {
        host.Phone.Fault = () => new IOException();
        await host.As("web", new SubmitPhone(Number));
        host.Time.Advance(TimeSpan.FromSeconds(31));
        host.Phone.Fault = () => null;
    }

    /// <summary>However often the same code is sent, each message is one of the budget.</summary>
    [Fact]
    public async Task Each_resend_is_counted_and_waited_for()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.As("web", new SubmitPhone(Number));
        foreach (var wait in new[] { 30, 60, 120, 240 })
        {
            host.Time.Advance(TimeSpan.FromSeconds(wait) - TimeSpan.FromMilliseconds(1));
            Assert.Equal(RefusalCode.ResendTooSoon, (await host.As("web", new ResendCode())).Refusal!.Code);
            host.Time.Advance(TimeSpan.FromMilliseconds(1));
            Assert.Null((await host.As("web", new ResendCode())).Refusal);
        }

        host.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(RefusalCode.SendLimitReached, (await host.As("web", new ResendCode())).Refusal!.Code);
        Assert.Equal(5, host.Phone.Messages.Count);
    }

    private static Task<EnrolmentResult> AgainAsync(ServiceHost host, bool bySubmitting) =>
        host.As("web", bySubmitting ? new SubmitPhone(Number) : new ResendCode());

    private static string Wrong(ServiceHost host) => host.Phone.LastCode == "123456" ? "654321" : "123456";
}
