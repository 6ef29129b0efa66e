namespace LoginVerification.Tests;

/// <summary>What staff unlock, and what is not locked.</summary>
public sealed class UnlockTests
{
    private const string Number = "+972502345678";

    [Fact]
    public async Task A_match_that_leaves_no_failure_leaves_no_lock_for_a_machine_that_is_behind()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.As("web", new SubmitPhone(Number));
        await LockAsync(host);
        host.Time.Advance(TimeSpan.FromSeconds(30));
        await host.As("web", new ResendCode());
        Assert.Null((await host.As("web", new ConfirmCode(host.Phone.LastCode))).Refusal);
        Assert.Empty((await host.StoredAsync()).Locks);

        host.Time.AdjustTime(host.Time.GetUtcNow().AddSeconds(-5));

        Assert.Equal(RefusalCode.NotLocked, (await host.Operator(new Unlock())).Refusal!.Code);
        Assert.Null((await host.As("web", new SubmitPhone("+972522345678"))).Refusal);
    }

    [Fact]
    public async Task Failures_on_another_number_keep_the_lock_until_staff_forgive_them()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.As("web", new SubmitPhone(Number));
        await LockAsync(host);
        host.Time.Advance(TimeSpan.FromSeconds(30));
        await host.VerifyAsync("web", "+972522345678");
        Assert.Equal(5, (await host.StoredAsync()).FailureCount(CodePurpose.Enrol));
        Assert.Single((await host.StoredAsync()).Locks);

        Assert.Null((await host.Operator(new Unlock())).Refusal);

        Assert.Empty((await host.StoredAsync()).Failures);
        Assert.Empty((await host.StoredAsync()).Locks);
        Assert.Equal(5, Assert.IsType<Unlocked>((await host.HistoryAsync())[^1]).Failures);
    }

    /// <summary>NIST SP 800-63B-4, section 3.2.2: after a hundred failures the authenticator is bound anew.</summary>
    [Theory]
    [InlineData(99, false)]
    [InlineData(100, true)]
    public async Task After_a_hundred_failures_at_sign_in_the_phone_has_to_be_confirmed_again(int failures, bool again)
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.EnableAsync("web", "web", Number);
        await FailAtSignInAsync(host, failures);

        Assert.Null((await host.Operator(new Unlock())).Refusal);

        Assert.Equal(again, (await host.StoredAsync()).Phone!.NeedsReverification);
        Assert.Equal(again ? new LoginRequirement.Blocked(BlockReason.ReverificationRequired) : new LoginRequirement.Verify(VerificationChannel.Sms), await host.RequirementAsync());
        Assert.Equal(again, (await host.HistoryAsync()).Any(happened => happened is PhoneInvalidated { Reason: InvalidationReason.TooManyFailures }));
        host.Time.Advance(TimeSpan.FromHours(1));
        if (again)
            await host.VerifyAsync("web", Number);
        Assert.Equal(new LoginRequirement.Verify(VerificationChannel.Sms), await host.RequirementAsync());
    }

    [Fact]
    public async Task No_host_reports_what_comes_of_the_lock_alone()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.VerifyAsync("web", Number);

        await Assert.ThrowsAsync<ArgumentException>(() => host.Carrier(new InvalidatePhone(Number, InvalidationReason.TooManyFailures)));
    }

    private static async Task LockAsync(ServiceHost host)
    {
        for (var i = 0; i < 5; i++)
            Assert.Equal(RefusalCode.WrongCode, (await host.As("web", new ConfirmCode(host.Phone.LastCode == "123456" ? "654321" : "123456"))).Refusal!.Code);
    }

    private static async Task FailAtSignInAsync(ServiceHost host, int failures)
    {
        var stored = await host.StoredAsync();
        EnrolmentEvent happened = new RequestHandled(new HandledRequest("mark", "fingerprint", "test", null, host.Now)) { Origin = new Origin(host.Now, Initiator.Operator, null) };
        var failed = Evolution.Apply(stored, happened) with { Failures = [new WrongCodes(CodePurpose.SignIn, PhoneNumber.Parse(Number), failures)] };
        Assert.True(await host.Store.TrySaveAsync(new EnrolmentChange(stored, failed, [happened], []), default));
    }
}
