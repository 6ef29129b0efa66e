using Microsoft.Extensions.Logging;
using NodaTime;

namespace LoginVerification.Tests;

/// <summary>Machines' clocks differ. A little is bridged; what a clock that ran far ahead stamped holds nobody up when it was set right.</summary>
public sealed class ClockTests
{
    private const string Number = "+972502345678";

    [Fact]
    public async Task After_one_command_on_a_machine_in_2036_the_waits_are_those_of_the_present()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        var present = host.Time.GetUtcNow();
        host.Time.AdjustTime(present.AddYears(10));
        Assert.Null((await host.As("web", new SubmitPhone(Number))).Refusal);
        var ahead = host.Now;
        host.Time.AdjustTime(present);

        Assert.Equal(EnrolmentState.PhonePending, (await host.StatusAsync("web")).State);
        var refusal = (await host.As("web", new ResendCode())).Refusal!;
        Assert.Equal((RefusalCode.ResendTooSoon, host.Now + Duration.FromSeconds(30)), (refusal.Code, refusal.RetryAt));
        Assert.Equal(ahead, Assert.IsType<ClockSetBack>((await host.HistoryAsync())[^1]).From);

        host.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Null((await host.As("web", new ResendCode())).Refusal);
        Assert.Null((await host.As("web", new ConfirmCode(host.Phone.LastCode))).Refusal);
    }

    [Fact]
    public async Task Who_authenticated_this_instant_is_let_in_after_an_event_of_a_machine_nine_minutes_ahead()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        var present = host.Time.GetUtcNow();
        host.Time.AdjustTime(present.AddMinutes(9));
        await host.VerifyAsync("web", Number);
        host.Time.AdjustTime(present);

        Assert.DoesNotContain((await host.StatusAsync("web")).Actions, action => action.ReauthenticationNeededNow);
        Assert.Equal(RefusalCode.ReauthenticationRequired, (await host.InSession("web", new EnableVerification(VerificationChannel.Sms), host.Now - Duration.FromMinutes(5))).Refusal?.Code);
        Assert.Null((await host.As("web", new EnableVerification(VerificationChannel.Sms))).Refusal);
    }

    [Fact]
    public async Task A_machine_25_h_ahead_holds_up_no_send_for_longer_than_a_first_code_does()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        for (var i = 0; i < 5; i++)
        {
            Assert.Null((await host.As("web", new SubmitPhone(Number))).Refusal);
            host.Time.Advance(TimeSpan.FromMinutes(10));
        }

        var present = host.Time.GetUtcNow();
        host.Time.AdjustTime(present.AddHours(25));
        Assert.Null((await host.As("web", new SubmitPhone(Number))).Refusal);
        host.Time.AdjustTime(present);

        var refusal = (await host.As("web", new SubmitPhone(Number))).Refusal!;
        Assert.Equal((RefusalCode.ResendTooSoon, host.Now + Duration.FromSeconds(30)), (refusal.Code, refusal.RetryAt));
    }

    [Fact]
    public async Task A_code_of_a_machine_3_h_ahead_lives_on_and_no_longer_than_a_code_does()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        var present = host.Time.GetUtcNow();
        host.Time.AdjustTime(present.AddHours(3));
        await host.As("web", new SubmitPhone(Number));
        host.Time.AdjustTime(present);

        Assert.Equal(RefusalCode.WrongCode, (await host.As("web", new ConfirmCode(Wrong(host)))).Refusal!.Code);
        Assert.Equal(host.Now + Duration.FromMinutes(10), (await host.StoredAsync()).Pending!.Challenge.ExpiresAt);
        Assert.Equal(host.Now + Duration.FromHours(24), (await host.StoredAsync()).Pending!.LapsesAt);
        Assert.Null((await host.As("web", new ConfirmCode(host.Phone.LastCode))).Refusal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public async Task A_lock_of_a_machine_3_h_ahead_lasts_no_longer_than_it_would_have(int minutesLater)
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        var present = host.Time.GetUtcNow();
        host.Time.AdjustTime(present.AddHours(3));
        await host.As("web", new SubmitPhone(Number));
        for (var i = 0; i < 5; i++)
            await host.As("web", new ConfirmCode(Wrong(host)));
        host.Time.Advance(TimeSpan.FromMinutes(minutesLater));
        if (minutesLater > 0)
            Assert.Null((await host.As("web", new ResendCode())).Refusal);
        host.Time.AdjustTime(present);

        var still = (await host.As("web", new ResendCode())).Refusal;
        Assert.Equal(minutesLater == 0 ? RefusalCode.Locked : RefusalCode.ResendTooSoon, still!.Code);
        Assert.InRange(still.RetryAt!.Value, host.Now, host.Now + Duration.FromMinutes(1));

        host.Time.Advance((still.RetryAt.Value - host.Now).ToTimeSpan());
        Assert.Null((await host.As("web", new ResendCode())).Refusal);
        Assert.Equal(5, (await host.StoredAsync()).FailureCount(CodePurpose.Enrol));
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(70, false)]
    [InlineData(600, false)]
    [InlineData(601, true)]
    public async Task A_machine_that_is_behind_takes_the_time_of_the_event_before_up_to_ten_minutes(int secondsBehind, bool setBack)
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.As("web", new SubmitPhone(Number));
        var submitted = host.Now;
        host.Time.AdjustTime(host.Time.GetUtcNow().AddSeconds(-secondsBehind));

        Assert.Null((await host.As("web", new ConfirmCode(host.Phone.LastCode))).Refusal);

        var history = await host.HistoryAsync();
        Assert.Equal(setBack ? host.Now : submitted, history[^1].Origin.At);
        Assert.Equal(setBack, history.Any(happened => happened is ClockSetBack));
    }

    [Theory]
    [InlineData(70)]
    [InlineData(600)]
    public async Task A_machine_that_is_a_little_behind_takes_no_wait_and_no_lock_away(int secondsBehind)
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.As("web", new SubmitPhone(Number));
        for (var i = 0; i < 5; i++)
            Assert.Equal(RefusalCode.WrongCode, (await host.As("web", new ConfirmCode(Wrong(host)))).Refusal!.Code);
        var locked = (await host.StoredAsync()).LockedUntil(CodePurpose.Enrol);

        var present = host.Time.GetUtcNow();
        host.Time.AdjustTime(present.AddSeconds(-secondsBehind));
        Assert.Equal(RefusalCode.Locked, (await host.As("web", new ConfirmCode(host.Phone.LastCode))).Refusal!.Code);
        host.Time.AdjustTime(present);

        Assert.Equal(locked, (await host.StoredAsync()).LockedUntil(CodePurpose.Enrol));
        Assert.Equal(RefusalCode.Locked, (await host.As("web", new ResendCode())).Refusal!.Code);
        Assert.DoesNotContain(host.Log.Lines, IsSetBack);
    }

    [Theory]
    [InlineData(11, LogLevel.Warning)]
    [InlineData(24 * 60, LogLevel.Warning)]
    [InlineData((24 * 60) + 1, LogLevel.Error)]
    [InlineData(50 * 365 * 24 * 60, LogLevel.Error)]
    public async Task A_clock_that_is_set_back_is_told_once_in_the_log_by_how_far_and_of_no_account(int minutesBehind, LogLevel level)
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.As("web", new SubmitPhone(Number));
        host.Time.AdjustTime(host.Time.GetUtcNow().AddMinutes(-minutesBehind));

        await host.As("web", new ConfirmCode(host.Phone.LastCode));
        await host.As("web", new RemovePhone());

        Assert.Single((await host.HistoryAsync()).OfType<ClockSetBack>());
        var (line, told) = Assert.Single(host.Log.Lines.Zip(host.Log.Levels), entry => IsSetBack(entry.First));
        Assert.Equal(level, told);
        Assert.Contains($"{minutesBehind} min behind", line, StringComparison.Ordinal);
        Assert.DoesNotContain(ServiceHost.Account, line.Split(' '));
    }

    /// <summary>Two machines whose clocks differ by seconds do not take turns in setting it back.</summary>
    [Fact]
    public async Task Two_machines_five_seconds_apart_serve_an_account_in_turns()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        host.Devices.Registered = true;
        await host.EnableAsync("web", "web", Number);
        for (var i = 0; i < 10; i++)
        {
            host.Time.AdjustTime(host.Time.GetUtcNow().AddSeconds(i % 2 == 0 ? -5 : 6));
            Assert.Null((await host.As("web", new ChangeChannel(i % 2 == 0 ? VerificationChannel.AppPush : VerificationChannel.Sms))).Refusal);
        }

        Assert.DoesNotContain(await host.HistoryAsync(), happened => happened is ClockSetBack);
        Assert.Equal(await host.StoredAsync(), Evolution.Replay(AccountId.Parse(ServiceHost.Account), await host.HistoryAsync()));
    }

    private static string Wrong(ServiceHost host) => host.Phone.LastCode == "123456" ? "654321" : "123456";

    private static bool IsSetBack(string line) => line.Contains("min behind", StringComparison.Ordinal);
}
