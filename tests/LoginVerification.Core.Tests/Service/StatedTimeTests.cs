using NodaTime;

namespace LoginVerification.Tests;

/// <summary>What a host states of a time is cut to whole milliseconds, as the present is.</summary>
public sealed class StatedTimeTests
{
    private static readonly Duration Ticks = Duration.FromTicks(9_999);

    [Fact]
    public async Task A_number_verified_at_this_very_instant_is_imported()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        var result = await host.Service.ForOperator(AccountId.Parse(ServiceHost.Account), "import").ImportVerifiedPhoneAsync("+972502345678", host.Now + Ticks, VerificationChannel.Sms);
        Assert.Equal((null, EnrolmentState.VerificationEnabled), (result.Refusal?.Code, result.State));
        Assert.Equal(host.Now, (await host.StoredAsync()).Phone!.VerifiedAt);
    }

    [Fact]
    public void Every_instant_that_a_host_states_is_cut_alike()
    {
        var whole = Instant.FromUtc(2026, 11, 22, 12, 0);
        foreach (var (stated, cut) in new[] { (whole + Ticks, whole), (whole, whole), (Instant.FromUnixTimeTicks(-1), Instant.FromUnixTimeMilliseconds(-1)) })
        {
            Assert.Equal(cut, Caller.User(AccountId.Parse("a"), Surface.Parse("web"), stated).AuthenticatedAt);
            Assert.Equal(cut, new ImportVerifiedPhone("", stated).VerifiedAt);
            Assert.Equal(cut, (new ImportVerifiedPhone("", whole) with { VerifiedAt = stated }).VerifiedAt);
            Assert.Equal(cut, new AcknowledgeNotices(stated).UpTo);
        }
    }
}
