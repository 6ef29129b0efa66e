using NodaTime;

namespace LoginVerification.Tests;

/// <summary>Attack 5: a session that did not authenticate lately changes nothing of weight; and whoever does change it, the owner is told.</summary>
public sealed class StaleSessionTests
{
    private const string Number = "+972502345678";
    private const string Other = "+972522345678";

    public static TheoryData<long> Ages => new() { 5 * 60_000, (5 * 60_000) + 1, 24 * 3_600_000, -5 * 60_000 };

    [Theory]
    [MemberData(nameof(Ages))]
    public async Task Without_a_fresh_authentication_nothing_of_weight_is_done(long ageInMilliseconds)
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        host.Devices.Registered = true;
        await host.EnableAsync("web", "web", Number);
        var before = await host.Store.LoadAsync(AccountId.Parse(ServiceHost.Account), default);
        var stale = Caller.User(AccountId.Parse(ServiceHost.Account), Surface.Parse("web"), host.Now - Duration.FromMilliseconds(ageInMilliseconds), AuthenticationFactors.MultiFactor);

        EnrolmentCommand[] commands = [new SubmitPhone(Other), new ChangeChannel(VerificationChannel.AppPush), new DisableVerification(), new RemovePhone()];
        foreach (var command in commands)
            Assert.Equal(RefusalCode.ReauthenticationRequired, (await host.Service.HandleAsync(stale, command)).Refusal!.Code);
        Assert.Equal(before, await host.Store.LoadAsync(AccountId.Parse(ServiceHost.Account), default));
    }

    [Fact]
    public async Task One_millisecond_inside_the_window_is_fresh()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.EnableAsync("web", "web", Number);
        var fresh = Caller.User(AccountId.Parse(ServiceHost.Account), Surface.Parse("web"), host.Now - Duration.FromMinutes(5) + Duration.FromMilliseconds(1), AuthenticationFactors.MultiFactor);
        Assert.Null((await host.Service.HandleAsync(fresh, new DisableVerification())).Refusal);
    }

    /// <summary>Who has the password alone takes nobody's protection away.</summary>
    [Fact]
    public async Task On_a_protected_account_a_fresh_authentication_without_the_second_factor_does_nothing_of_weight()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        host.Devices.Registered = true;
        await host.EnableAsync("web", "web", Number);
        var before = await host.StoredAsync();

        foreach (var command in new UserCommand[] { new SubmitPhone(Other), new ChangeChannel(VerificationChannel.AppPush), new DisableVerification(), new RemovePhone() })
        {
            var refusal = (await host.InSession("web", command, host.Now, AuthenticationFactors.SingleFactor)).Refusal!;
            Assert.Equal(RefusalCode.SecondFactorRequired, refusal.Code);
            Assert.Equal([new WayOut.Reauthenticate { WithSecondFactor = true }], refusal.WaysOut);
        }

        Assert.Equal(before, await host.StoredAsync());
    }

    [Fact]
    public async Task Each_bind_change_removal_enable_and_disable_is_told()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        host.Devices.Registered = true;
        await host.EnableAsync("web", "web", Number);
        await host.As("web", new ChangeChannel(VerificationChannel.AppPush));
        await host.VerifyAsync("web", Other);
        await host.As("web", new DisableVerification());
        await host.As("web", new RemovePhone());

        Assert.Equal(
            [
                NoticeKind.PhoneVerified, NoticeKind.VerificationEnabled, NoticeKind.ChannelChanged,
                NoticeKind.PhoneReplaced, NoticeKind.VerificationDisabled, NoticeKind.PhoneRemoved,
            ],
            host.Owner.Notices);
        Assert.Contains(host.Phone.Messages, message => message.To.E164 == Number && message.Text == SmsTexts.English.NumberReplaced);
    }
}
