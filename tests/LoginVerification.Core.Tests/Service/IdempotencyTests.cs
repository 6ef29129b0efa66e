using NodaTime;

namespace LoginVerification.Tests;

/// <summary>A repeated request is answered as it was, and not carried out again.</summary>
public sealed class IdempotencyTests
{
    private const string Number = "+972502345678";
    private const string Key = "0f8fad5b-d9cb-469f-a165-70867728950e";

    [Fact]
    public async Task A_repeated_submit_sends_one_code()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        var first = await Keyed(host, new SubmitPhone(Number));
        var second = await Keyed(host, new SubmitPhone(Number));
        Assert.Null(first.Refusal);
        Assert.Equal(first with { Replayed = true }, second);
        Assert.Single(host.Phone.Messages);
    }

    [Fact]
    public async Task A_replay_tells_how_far_the_code_came_by_now()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent) { LoopRuns = false };
        host.Phone.Fault = () => new IOException();
        Assert.Equal(CodeDelivery.Waiting, (await Keyed(host, new SubmitPhone(Number))).CodeDelivery);
        Assert.Equal(CodeDelivery.Waiting, (await Keyed(host, new SubmitPhone(Number))).CodeDelivery);
        host.Phone.Fault = () => null;
        await host.RunLoopAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(CodeDelivery.Sent, (await Keyed(host, new SubmitPhone(Number))).CodeDelivery);
    }

    [Fact]
    public async Task A_replay_says_that_it_tells_of_the_past()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.EnableAsync("mobileWeb", "mobileWeb", Number);
        var disabled = await Keyed(host, new DisableVerification());
        Assert.Equal((null, false, EnrolmentState.PhoneVerified), (disabled.Refusal, disabled.Replayed, disabled.State));
        await host.As("web", new EnableVerification(VerificationChannel.Sms));
        var again = await Keyed(host, new DisableVerification());
        // Nothing was carried out, and the state is the one of now.
        Assert.Equal((null, true, EnrolmentState.VerificationEnabled), (again.Refusal, again.Replayed, again.State));
    }

    [Fact]
    public async Task What_is_decided_now_is_no_replay()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        // A plain refusal is not kept, and a key that was used otherwise is refused now.
        Assert.False((await Keyed(host, new ConfirmCode("123456"))).Replayed);
        Assert.False((await Keyed(host, new ConfirmCode("123456"))).Replayed);
        await Keyed(host, new SubmitPhone(Number));
        var reused = await Keyed(host, new SubmitPhone("+972502345679"));
        Assert.Equal((RefusalCode.IdempotencyKeyReused, false), (reused.Refusal?.Code, reused.Replayed));
    }

    [Fact]
    public async Task Two_imports_that_differ_in_a_millisecond_are_two_requests()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        var job = Caller.Operator(AccountId.Parse(ServiceHost.Account), "import") with { IdempotencyKey = Key };
        var at = host.Now - Duration.FromDays(1);
        Assert.Null((await host.Service.HandleAsync(job, new ImportVerifiedPhone(Number, at))).Refusal);
        Assert.True((await host.Service.HandleAsync(job, new ImportVerifiedPhone(Number, at + Duration.FromTicks(1)))).Replayed);
        Assert.Equal(RefusalCode.IdempotencyKeyReused, (await host.Service.HandleAsync(job, new ImportVerifiedPhone(Number, at + Duration.FromMilliseconds(1)))).Refusal?.Code);
    }

    [Fact]
    public async Task A_repeated_wrong_code_is_counted_once()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.As("web", new SubmitPhone(Number));
        var wrong = new ConfirmCode(host.Phone.LastCode == "123456" ? "654321" : "123456");
        Assert.Equal(RefusalCode.WrongCode, (await Keyed(host, wrong)).Refusal!.Code);
        var again = await Keyed(host, wrong);
        Assert.Equal(RefusalCode.WrongCode, again.Refusal!.Code);
        Assert.Equal(1, (await host.StoredAsync()).FailureCount(CodePurpose.Enrol));
    }

    [Fact]
    public async Task The_same_key_with_another_content_is_refused_and_teaches_nothing()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.As("web", new SubmitPhone(Number));
        await Keyed(host, new ConfirmCode(host.Phone.LastCode == "123456" ? "654321" : "123456"));
        var right = await Keyed(host, new ConfirmCode(host.Phone.LastCode));
        Assert.Equal(RefusalCode.IdempotencyKeyReused, right.Refusal!.Code);
        Assert.Equal(EnrolmentState.PhonePending, right.State);
    }

    [Fact]
    public async Task A_key_belongs_to_one_account_and_one_command()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await Keyed(host, new SubmitPhone(Number));
        Assert.Null((await Keyed(host, new ConfirmCode(host.Phone.LastCode))).Refusal);
        Assert.Null((await Keyed(host, new SubmitPhone(Number), "account-2")).Refusal);
        Assert.Equal(2, host.Phone.Messages.Count);
    }

    [Fact]
    public async Task The_need_for_a_recent_authentication_comes_before_a_replay()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.VerifyAsync("web", Number);
        Assert.Null((await Keyed(host, new EnableVerification(VerificationChannel.Sms))).Refusal);
        var stale = Caller.User(AccountId.Parse(ServiceHost.Account), Surface.Parse("web"), null) with { IdempotencyKey = Key };
        Assert.Equal(RefusalCode.ReauthenticationRequired, (await host.Service.HandleAsync(stale, new EnableVerification(VerificationChannel.Sms))).Refusal!.Code);
    }

    [Fact]
    public async Task A_key_of_the_user_is_not_one_of_the_staff()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.EnableAsync("web", "web", Number);
        await Keyed(host, new DisableVerification());
        await host.As("web", new EnableVerification(VerificationChannel.Sms));
        var staff = await host.Service.HandleAsync(Caller.Operator(AccountId.Parse(ServiceHost.Account), "staff-1") with { IdempotencyKey = Key }, new DisableVerification());
        Assert.Null(staff.Refusal);
        Assert.Equal(EnrolmentState.PhoneVerified, staff.State);
    }

    [Fact]
    public async Task A_key_is_forgotten_after_a_day()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await Keyed(host, new SubmitPhone(Number));
        host.Time.Advance(TimeSpan.FromHours(24));
        await Keyed(host, new SubmitPhone(Number));
        Assert.Equal(2, host.Phone.Messages.Count);
    }

    [Fact]
    public async Task A_plain_refusal_is_decided_again()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await Keyed(host, new SubmitPhone(Number));
        Assert.Equal(RefusalCode.ResendTooSoon, (await Keyed(host, new ResendCode())).Refusal!.Code);
        host.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Null((await Keyed(host, new ResendCode())).Refusal);
    }

    [Fact]
    public async Task What_is_kept_holds_neither_number_nor_code_nor_key()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await Keyed(host, new SubmitPhone(Number));
        var kept = Assert.Single((await host.Store.LoadAsync(AccountId.Parse(ServiceHost.Account), default))!.Requests).ToString();
        Assert.DoesNotContain(Number[1..], kept, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Phone.LastCode, kept, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_16_requests_are_kept()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.VerifyAsync("web", Number);
        for (var i = 0; i < 20; i++)
        {
            UserCommand command = i % 2 == 0 ? new EnableVerification(VerificationChannel.Sms) : new DisableVerification();
            await host.Service.HandleAsync(Caller.User(AccountId.Parse(ServiceHost.Account), Surface.Parse("web"), host.Now, AuthenticationFactors.MultiFactor) with { IdempotencyKey = $"key-{i}" }, command);
        }

        Assert.Equal(Enrolment.MaxRequests, (await host.Store.LoadAsync(AccountId.Parse(ServiceHost.Account), default))!.Requests.Count);
    }

    private static Task<EnrolmentResult> Keyed(ServiceHost host, EnrolmentCommand command, string account = ServiceHost.Account) =>
        host.Service.HandleAsync(Caller.User(AccountId.Parse(account), Surface.Parse("web"), host.Now, AuthenticationFactors.MultiFactor) with { IdempotencyKey = Key }, command).AsTask();
}
