namespace LoginVerification.Tests;

public sealed class LoginRequirementTests
{
    private const string Number = "+972502345678";

    [Fact]
    public async Task Before_verification_is_enabled_the_password_suffices()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        Assert.Equal(new LoginRequirement.PasswordOnly(), await Requirement(host));
        await host.VerifyAsync("web", Number);
        Assert.Equal(new LoginRequirement.PasswordOnly(), await Requirement(host));
    }

    [Fact]
    public async Task An_enabled_channel_is_asked_for()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        host.Devices.Registered = true;
        await host.EnableAsync("web", "web", Number);
        Assert.Equal(new LoginRequirement.Verify(VerificationChannel.Sms), await Requirement(host));
        await host.As("web", new ChangeChannel(VerificationChannel.AppPush));
        Assert.Equal(new LoginRequirement.Verify(VerificationChannel.AppPush), await Requirement(host));
    }

    [Fact]
    public async Task A_lost_device_blocks_and_never_opens()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        host.Devices.Registered = true;
        await host.VerifyAsync("web", Number);
        await host.As("web", new EnableVerification(VerificationChannel.AppPush));
        host.Devices.Registered = false;
        Assert.Equal(new LoginRequirement.Blocked(BlockReason.DeviceNotRegistered), await Requirement(host));
    }

    [Fact]
    public async Task A_recycled_number_blocks_until_it_is_confirmed_again()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.EnableAsync("web", "web", Number);
        await host.Carrier(new InvalidatePhone(Number, InvalidationReason.Recycled));
        Assert.Equal(new LoginRequirement.Blocked(BlockReason.ReverificationRequired), await Requirement(host));
        Assert.Contains(NoticeKind.PhoneInvalidated, host.Owner.Notices);

        host.Time.Advance(TimeSpan.FromSeconds(30));
        await host.VerifyAsync("web", Number);
        Assert.Equal(new LoginRequirement.Verify(VerificationChannel.Sms), await Requirement(host));
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_blocks()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.UseStore(new BrokenStore(() => throw new InvalidDataException("broken"))));
        Assert.Equal(new LoginRequirement.Blocked(BlockReason.EnrolmentUnreadable), await Requirement(host));
    }

    [Theory]
    [InlineData(VerificationChannel.Sms)]
    [InlineData((VerificationChannel)7)]
    public async Task Data_that_contradict_themselves_block(VerificationChannel channel)
    {
        var contradictory = new Enrolment(AccountId.Parse(ServiceHost.Account)) { Version = 3, ActiveChannel = channel };
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.UseStore(new BrokenStore(() => contradictory)));
        Assert.Equal(new LoginRequirement.Blocked(BlockReason.EnrolmentUnreadable), await Requirement(host));
    }

    private static async Task<LoginRequirement> Requirement(ServiceHost host) => await host.Service.GetLoginRequirementAsync(AccountId.Parse(ServiceHost.Account));
}
