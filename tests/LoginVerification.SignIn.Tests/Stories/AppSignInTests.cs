using NodaTime;

namespace LoginVerification.Tests;

/// <summary>Signing in with the app and a number to match.</summary>
public sealed class AppSignInTests
{
    [Fact]
    public async Task The_number_from_the_page_typed_into_the_app_lets_the_browser_in_once()
    {
        using var host = new SignInHost();
        using var app = await host.EnableAppAsync();
        var challenge = await host.ChallengedAsync();
        Assert.Equal((VerificationChannel.AppPush, null, host.Now + Duration.FromMinutes(2)), (challenge.Channel, challenge.Phone, challenge.ExpiresAt));
        var push = Assert.Single(host.Push.Pushes);
        Assert.Equal((app.Device, app.Address, challenge.ExpiresAt), (push.Device, push.Address, push.ExpiresAt));
        Assert.Equal(RefusalCode.SignInUnanswered, (await host.CompleteAsync(challenge.Id)).Code());

        var prompt = (await app.LookAsync(host)).Prompt!;
        Assert.Equal((challenge.Id, "Haifa", "Firefox", SignInHost.Web), (prompt.Challenge, prompt.Place, prompt.Browser, prompt.Surface));
        Assert.True((await app.ApproveAsync(host, prompt.Challenge, challenge.NumberToMatch!.Text)).Succeeded);
        Assert.Null((await app.LookAsync(host)).Prompt);
        Assert.Equal(SignInMethod.AppPush, (await host.CompleteAsync(challenge.Id)).Approved().Method);
        Assert.Equal(RefusalCode.SignInNotOpen, (await host.CompleteAsync(challenge.Id)).Code());
    }

    [Fact]
    public async Task Each_browser_has_a_number_of_its_own_and_keeps_it_when_the_page_is_loaded_again()
    {
        using var host = new SignInHost();
        using var app = await host.EnableAppAsync();
        var stranger = await host.ChallengedAsync();
        var before = host.Push.Pushes.Count;
        var same = await host.ChallengedAsync(stranger.Id);
        Assert.Equal((stranger.Id, stranger.NumberToMatch!.Text, before), (same.Id, same.NumberToMatch!.Text, host.Push.Pushes.Count));

        host.Time.Advance(TimeSpan.FromSeconds(30));
        var owner = await host.ChallengedAsync();
        Assert.NotEqual(stranger.Id, owner.Id);
        Assert.True((await app.ApproveAsync(host, (await app.LookAsync(host)).Prompt!.Challenge, owner.NumberToMatch!.Text)).Succeeded);
        // The stranger's browser shows another challenge, and gets nothing of the owner's yes.
        Assert.Equal(RefusalCode.SignInNotOpen, (await host.CompleteAsync(stranger.Id)).Code());
        (await host.CompleteAsync(owner.Id)).Approved();
    }

    [Fact]
    public async Task A_no_is_terminal_also_after_a_yes_and_the_owner_is_told()
    {
        using var host = new SignInHost();
        using var app = await host.EnableAppAsync();
        var challenge = await host.ChallengedAsync();
        Assert.True((await app.ApproveAsync(host, challenge.Id, challenge.NumberToMatch!.Text)).Succeeded);
        Assert.True((await app.DenyAsync(host, challenge.Id)).Succeeded);
        var denied = (await host.CompleteAsync(challenge.Id)).Refused();
        Assert.Equal(RefusalCode.SignInDenied, denied.Code);
        var late = await app.ApproveAsync(host, challenge.Id, challenge.NumberToMatch.Text);
        Assert.Equal(RefusalCode.SignInDenied, late.Refusal!.Code);
        await host.DispatchAsync();
        Assert.Contains(NoticeKind.SignInDenied, host.Owner.Notices);
        Assert.Equal(RefusalCode.SignInDenied, (await host.CompleteAsync(challenge.Id)).Code());
    }

    [Fact]
    public async Task A_wrong_number_counts_and_the_third_one_ends_it()
    {
        using var host = new SignInHost();
        using var app = await host.EnableAppAsync();
        var challenge = await host.ChallengedAsync();
        var wrong = SignInHost.WrongFor(challenge.NumberToMatch!.Text);
        for (var tries = 1; tries < 3; tries++)
        {
            var refusal = (await app.ApproveAsync(host, challenge.Id, wrong)).Refusal!;
            Assert.Equal(RefusalCode.WrongMatchingNumber, refusal.Code);
            Assert.Equal([new WayOut.Correct()], refusal.WaysOut);
        }

        Assert.Equal(RefusalCode.WrongMatchingNumber, (await app.ApproveAsync(host, challenge.Id, wrong)).Refusal!.Code);
        Assert.Equal(RefusalCode.CodeExhausted, (await app.ApproveAsync(host, challenge.Id, challenge.NumberToMatch.Text)).Refusal!.Code);
        Assert.Equal(RefusalCode.CodeExhausted, (await host.CompleteAsync(challenge.Id)).Code());
    }

    [Fact]
    public async Task A_device_that_is_removed_between_its_yes_and_the_browser_lets_nobody_in()
    {
        using var host = new SignInHost();
        using var app = await host.EnableAppAsync();
        using var other = new App();
        Assert.True((await other.BindAsync(host, (await host.Session().IssueDeviceTokenAsync()).Text!, "stolen")).Succeeded);
        var challenge = await host.ChallengedAsync();
        Assert.True((await other.ApproveAsync(host, challenge.Id, challenge.NumberToMatch!.Text)).Succeeded);
        Assert.Null((await host.Session().RemoveDeviceAsync(other.Device)).Refusal);
        Assert.Equal(RefusalCode.SignInUnanswered, (await host.CompleteAsync(challenge.Id)).Code());
        Assert.Equal(RefusalCode.DeviceUnknown, (await other.ApproveAsync(host, challenge.Id, challenge.NumberToMatch.Text)).Refusal!.Code);
        Assert.True((await app.ApproveAsync(host, challenge.Id, challenge.NumberToMatch.Text)).Succeeded);
        (await host.CompleteAsync(challenge.Id)).Approved();
    }

    [Fact]
    public async Task A_token_binds_one_device_also_once_that_is_removed_again()
    {
        using var host = new SignInHost();
        using var app = await host.EnableAppAsync();
        using var stranger = new App();
        using var again = new App();
        var token = (await host.Session().IssueDeviceTokenAsync()).Text!;
        Assert.True((await stranger.BindAsync(host, token)).Succeeded);
        Assert.Null((await host.Session().RemoveDeviceAsync(stranger.Device)).Refusal);
        Assert.Equal(RefusalCode.BindingTokenInvalid, (await again.BindAsync(host, token)).Refusal?.Code);
        Assert.True((await again.BindAsync(host, (await host.Session().IssueDeviceTokenAsync()).Text!)).Succeeded);
    }

    [Fact]
    public async Task The_last_device_stays_while_the_app_protects()
    {
        using var host = new SignInHost();
        using var app = await host.EnableAppAsync();
        var refusal = (await host.Session().RemoveDeviceAsync(app.Device)).Refusal!;
        Assert.Equal(RefusalCode.DeviceProtectsLogin, refusal.Code);
        Assert.Equal([new WayOut.RegisterDevice(), new WayOut.Act(SignInHost.Web, new Choice(EnrolmentAction.ChangeChannel, VerificationChannel.Sms))], refusal.WaysOut);
        Assert.Null((await host.Session().ChangeChannelAsync(VerificationChannel.Sms)).Refusal);
        Assert.Null((await host.Session().RemoveDeviceAsync(app.Device)).Refusal);
        Assert.IsType<LoginRequirement.Verify>(await host.Enrolments.GetLoginRequirementAsync(SignInHost.Alice));
    }

    [Fact]
    public async Task A_push_service_that_fails_keeps_nobody_waiting_and_one_that_knows_the_address_no_more_is_believed()
    {
        using var host = new SignInHost();
        using var app = await host.EnableAppAsync();
        host.Push.Fault = () => new HttpRequestException("down");
        var challenge = await host.ChallengedAsync();
        Assert.Equal(CodeDelivery.Waiting, challenge.Delivery);
        // The app asks by itself.
        Assert.True((await app.ApproveAsync(host, (await app.LookAsync(host)).Prompt!.Challenge, challenge.NumberToMatch!.Text)).Succeeded);
        (await host.CompleteAsync(challenge.Id)).Approved();

        host.Push.Fault = () => null;
        host.Push.Answer = _ => PushReceipt.Gone;
        await host.ChallengedAsync();
        Assert.Null(Assert.Single((await host.StoredAsync()).Devices).Address);
        Assert.False(Assert.Single((await host.Session().GetStatusAsync()).Devices).IsWoken);
    }
}
