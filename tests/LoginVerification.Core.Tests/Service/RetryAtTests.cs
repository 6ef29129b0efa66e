namespace LoginVerification.Tests;

/// <summary>The instant that a refusal names is the first at which the same command is accepted.</summary>
public sealed class RetryAtTests
{
    private const string Number = "+972502345678";

    [Fact]
    public async Task A_late_last_send_counts_one_wait_less_once_the_first_left_the_window()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        var start = host.Now;
        foreach (var gap in new[] { 0, 60, 60, 60, (23 * 60) - 180 + 59 })
        {
            host.Time.Advance(TimeSpan.FromMinutes(gap));
            Assert.Null((await host.As("web", new SubmitPhone(Number))).Refusal);
        }

        var refusal = (await host.As("web", new SubmitPhone(Number))).Refusal!;
        Assert.Equal(RefusalCode.SendLimitReached, refusal.Code);
        Assert.Equal(start + NodaTime.Duration.FromMinutes((24 * 60) + 3), refusal.RetryAt);

        host.Time.Advance((refusal.RetryAt!.Value - host.Now).ToTimeSpan() - TimeSpan.FromMilliseconds(1));
        Assert.NotNull((await host.As("web", new SubmitPhone(Number))).Refusal);
        host.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null((await host.As("web", new SubmitPhone(Number))).Refusal);
    }
}
