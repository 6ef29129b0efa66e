using NodaTime;

namespace LoginVerification.Tests;

/// <summary>Each turn of the switch gives the owner a notice, so that the switch is turned only so often. Turning it off is never held up.</summary>
public sealed class ChannelChangeTests
{
    private const string Number = "+972502345678";

    [Fact]
    public async Task The_channel_is_enabled_20_times_in_24_h_and_again_when_the_first_time_is_24_h_ago()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.VerifyAsync("web", Number);
        var first = host.Now;
        for (var i = 0; i < 20; i++)
        {
            Assert.Null((await host.As("web", new EnableVerification(VerificationChannel.Sms))).Refusal);
            Assert.Null((await host.As("web", new DisableVerification())).Refusal);
            host.Time.Advance(TimeSpan.FromMinutes(1));
        }

        var refusal = (await host.As("web", new EnableVerification(VerificationChannel.Sms))).Refusal!;
        Assert.Equal((RefusalCode.ChangedTooOften, first + Duration.FromHours(24)), (refusal.Code, refusal.RetryAt));
        Assert.Equal(new RefusalSource.Setting("channelChanges.most"), refusal.Source);

        host.Time.Advance((refusal.RetryAt!.Value - host.Now - Given.Millisecond).ToTimeSpan());
        Assert.Equal(RefusalCode.ChangedTooOften, (await host.As("web", new EnableVerification(VerificationChannel.Sms))).Refusal!.Code);
        host.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null((await host.As("web", new EnableVerification(VerificationChannel.Sms))).Refusal);
    }

    [Fact]
    public async Task A_change_of_the_channel_counts_as_an_enabling_does_and_turning_it_off_does_not()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        host.Devices.Registered = true;
        await host.EnableAsync("web", "web", Number);
        for (var i = 1; i < 20; i++)
            Assert.Null((await host.As("web", new ChangeChannel(i % 2 == 1 ? VerificationChannel.AppPush : VerificationChannel.Sms))).Refusal);

        Assert.Equal(RefusalCode.ChangedTooOften, (await host.As("web", new ChangeChannel(VerificationChannel.Sms))).Refusal!.Code);
        Assert.Null((await host.As("web", new DisableVerification())).Refusal);
        Assert.Equal(20, (await host.StoredAsync()).ChannelChanges.Count);
    }

    [Fact]
    public async Task The_books_hold_no_change_that_left_the_window()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.EnableAsync("web", "web", Number);
        await host.As("web", new DisableVerification());
        host.Time.Advance(TimeSpan.FromHours(24));

        await host.As("web", new EnableVerification(VerificationChannel.Sms));

        Assert.Equal([host.Now], (await host.StoredAsync()).ChannelChanges);
    }
}
