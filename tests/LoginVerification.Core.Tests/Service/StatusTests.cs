using NodaTime;

namespace LoginVerification.Tests;

/// <summary>What a settings page is told, by the same rules that decide.</summary>
public sealed class StatusTests
{
    private const string Number = "+972502345678";

    [Fact]
    public async Task A_new_account_can_submit_a_phone_and_is_told_so_for_the_rest()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        var status = await host.StatusAsync("web", "nobody");

        Assert.Equal(EnrolmentState.NoPhone, status.State);
        Assert.True(Of(status, EnrolmentAction.SubmitPhone).Allowed);
        var enable = Of(status, EnrolmentAction.EnableVerification, VerificationChannel.Sms);
        Assert.Equal(RefusalCode.NoVerifiedPhone, enable.Refusal!.Code);
        Assert.Equal([new WayOut.Act(Surface.Parse("web"), new Choice(EnrolmentAction.SubmitPhone))], enable.Refusal.WaysOut);
    }

    [Fact]
    public async Task Numbers_are_masked()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.VerifyAsync("web", Number);
        await host.As("web", new SubmitPhone("+972522345678"));
        var status = await host.StatusAsync("web");
        Assert.Equal("+97********78", status.Phone);
        Assert.Equal("+97********78", status.PendingPhone);
    }

    [Fact]
    public async Task Each_action_and_channel_stands_there_once()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        var status = await host.StatusAsync("web");
        Assert.Equal(Enum.GetValues<EnrolmentAction>().Length + 2, status.Actions.Count);
        Assert.Equal(status.Actions.Count, status.Actions.DistinctBy(action => action.Choice).Count());
    }

    [Fact]
    public async Task What_the_status_allows_the_service_accepts()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        host.Devices.Registered = true;
        await host.EnableAsync("web", "web", Number);
        var allowed = (await host.StatusAsync("web")).Actions.Where(action => action.Allowed).Select(action => (action.Choice.Action, action.Choice.Channel));
        Assert.Equal(
            [(EnrolmentAction.SubmitPhone, null), (EnrolmentAction.ChangeChannel, VerificationChannel.AppPush), (EnrolmentAction.DisableVerification, null)],
            allowed);
        Assert.Null((await host.As("web", new ChangeChannel(VerificationChannel.AppPush))).Refusal);
        Assert.Null((await host.As("web", new DisableVerification())).Refusal);
    }

    [Fact]
    public async Task A_pending_number_that_lapsed_is_no_longer_shown_and_nothing_is_written()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.As("web", new SubmitPhone(Number));
        host.Time.Advance(TimeSpan.FromHours(24));
        Assert.Equal(EnrolmentState.NoPhone, (await host.StatusAsync("web")).State);
        Assert.Single(await host.HistoryAsync());

        Assert.Equal(RefusalCode.NoPendingPhone, (await host.As("web", new ResendCode())).Refusal!.Code);
        Assert.IsType<PendingLapsed>((await host.HistoryAsync())[^1]);
    }

    [Fact]
    public async Task Ports_that_the_host_left_open_are_named()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        var status = await host.StatusAsync("web");
        Assert.Equal([nameof(ICountryRegistry), nameof(IRiskSignal), nameof(ISendLimiter), nameof(IPushSender)], status.UnansweredPorts);
    }

    [Fact]
    public async Task A_surface_that_the_policy_does_not_declare_is_the_programmers_mistake()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        var mistake = await Assert.ThrowsAsync<ArgumentException>(async () => await host.StatusAsync("desktop"));
        Assert.Contains("web, mobileWeb, android, ios", mistake.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => host.As("desktop", new SubmitPhone(Number)));
    }

    private static ActionStatus Of(EnrolmentStatus status, EnrolmentAction action, VerificationChannel? channel = null) =>
        status.Actions.Single(entry => entry.Choice == new Choice(action, channel));

    [Theory]
    [InlineData(null, AuthenticationFactors.SingleFactor, true, true)]
    [InlineData(301, AuthenticationFactors.MultiFactor, true, true)]
    [InlineData(10, AuthenticationFactors.SingleFactor, true, true)]
    [InlineData(10, AuthenticationFactors.MultiFactor, false, false)]
    public async Task A_status_knows_whether_the_password_or_the_second_factor_is_needed_now(int? secondsAgo, AuthenticationFactors factors, bool now, bool secondFactor)
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.EnableAsync("mobileWeb", "mobileWeb", "+972502345678");
        var user = host.Service.ForUser(AccountId.Parse(ServiceHost.Account), Surface.Parse("web"), secondsAgo is { } ago ? host.Now - Duration.FromSeconds(ago) : null, factors);
        var disable = (await user.GetStatusAsync()).Actions.Single(action => action.Choice.Action is EnrolmentAction.DisableVerification);
        Assert.Equal((true, true, now, secondFactor), (disable.Allowed, disable.NeedsRecentAuthentication, disable.ReauthenticationNeededNow, disable.SecondFactorNeededNow));
        // The command itself says the same.
        Assert.Equal(now, (await user.DisableAsync()).Refusal is { } no && no.Code.Kind() is RefusalKind.Reauthenticate);
    }

    [Fact]
    public async Task Where_nothing_is_protected_the_password_alone_is_enough()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        var stale = await host.Service.ForUser(AccountId.Parse("nobody"), Surface.Parse("web"), null).GetStatusAsync();
        var submit = stale.Actions.Single(action => action.Choice.Action is EnrolmentAction.SubmitPhone);
        Assert.Equal((true, true, false), (submit.NeedsRecentAuthentication, submit.ReauthenticationNeededNow, submit.SecondFactorNeededNow));
        var cancel = stale.Actions.Single(action => action.Choice.Action is EnrolmentAction.CancelPending);
        Assert.Equal((false, false), (cancel.NeedsRecentAuthentication, cancel.ReauthenticationNeededNow));
        var fresh = await host.Service.ForUser(AccountId.Parse("nobody"), Surface.Parse("web"), host.Now).GetStatusAsync();
        Assert.DoesNotContain(fresh.Actions, action => action.ReauthenticationNeededNow);
    }

    [Fact]
    public async Task A_status_is_its_owners_alone()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await Assert.ThrowsAsync<ArgumentException>(async () => await host.Service.GetStatusAsync(Caller.Operator(AccountId.Parse("a"), "agent-7")));
    }
}
