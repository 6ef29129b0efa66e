namespace LoginVerification.Tests;

/// <summary>Each refusal with what leads on, asked of the real service. Each way out that names a surface is then taken.</summary>
public sealed class WaysOutTests
{
    private const string Israeli = "+972502345678";
    private const string Other = "+972522345678";

    private static WayOut Act(string surface, EnrolmentAction action, VerificationChannel? channel = null, bool anotherNumber = false) =>
        new WayOut.Act(Surface.Parse(surface), new Choice(action, channel)) { WithAnotherNumber = anotherNumber };

    [Fact]
    public async Task A_code_refused_on_the_web_is_taken_on_the_mobile_web()
    {
        using var host = new ServiceHost(ShippedPolicies.Load("twitter-2014"));
        await host.As("mobileWeb", new SubmitPhone(Israeli));
        var refusal = (await host.As("web", new ConfirmCode(host.Phone.LastCode))).Refusal!;
        Assert.Equal(RefusalCode.CountryNotServed, refusal.Code);
        Assert.Equal([Act("mobileWeb", EnrolmentAction.ConfirmCode)], refusal.WaysOut);
        Assert.Null((await host.As("mobileWeb", new ConfirmCode(host.Phone.LastCode))).Refusal);
    }

    [Fact]
    public async Task Enabling_where_it_is_not_offered_leads_to_the_surfaces_that_offer_it()
    {
        using var host = new ServiceHost(ShippedPolicies.Load("twitter-2014"));
        await host.VerifyAsync("mobileWeb", Israeli);
        var refusal = (await host.As("mobileWeb", new EnableVerification(VerificationChannel.Sms))).Refusal!;
        Assert.Equal(RefusalCode.ActionNotOffered, refusal.Code);
        Assert.Equal(
            [.. new[] { "web", "android", "ios" }.Select(surface => Act(surface, EnrolmentAction.EnableVerification, VerificationChannel.Sms))],
            refusal.WaysOut);
    }

    [Fact]
    public async Task Ways_of_one_length_rank_alike_whoever_asked_first()
    {
        using var fresh = new ServiceHost(EnrolmentPolicy.Create(ShippedPolicies.Twitter2014.Document));
        using var asked = new ServiceHost(EnrolmentPolicy.Create(ShippedPolicies.Twitter2014.Document));
        await asked.As("web", new ConfirmCode("123456"));

        var first = (await fresh.As("mobileWeb", new ConfirmCode("123456"))).Refusal!;
        var second = (await asked.As("mobileWeb", new ConfirmCode("123456"))).Refusal!;

        Assert.Equal(first.WaysOut, second.WaysOut);
        Assert.Equal("mobileWeb", Assert.IsType<WayOut.Act>(second.WaysOut[0]).Surface.Name);
    }

    [Fact]
    public async Task Enabling_without_a_phone_leads_to_submitting_one_here()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        var refusal = (await host.As("ios", new EnableVerification(VerificationChannel.Sms))).Refusal!;
        Assert.Equal(RefusalCode.NoVerifiedPhone, refusal.Code);
        Assert.Equal([Act("ios", EnrolmentAction.SubmitPhone)], refusal.WaysOut);
    }

    [Fact]
    public async Task A_number_that_no_surface_serves_leads_to_another_number()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        var refusal = (await host.As("web", new SubmitPhone("+449012345678"))).Refusal!;
        Assert.Equal(RefusalCode.LineTypeNotServed, refusal.Code);
        Assert.Equal([Act("web", EnrolmentAction.SubmitPhone, anotherNumber: true)], refusal.WaysOut);
    }

    [Fact]
    public async Task A_wrong_code_leads_to_the_code_field_and_a_dead_one_to_a_new_code()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.As("web", new SubmitPhone(Israeli));
        var wrong = (await host.As("web", new ConfirmCode(Wrong(host)))).Refusal!;
        Assert.Equal(RefusalCode.WrongCode, wrong.Code);
        Assert.Equal([Act("web", EnrolmentAction.ConfirmCode)], wrong.WaysOut);

        host.Time.Advance(TimeSpan.FromMinutes(10));
        var dead = (await host.As("web", new ConfirmCode(host.Phone.LastCode))).Refusal!;
        Assert.Equal(RefusalCode.CodeExpired, dead.Code);
        Assert.Equal([Act("web", EnrolmentAction.ResendCode)], dead.WaysOut);
    }

    public static TheoryData<bool> Lapsed => new() { true, false };

    [Theory]
    [MemberData(nameof(Lapsed))]
    public async Task A_replacement_that_lapsed_or_was_given_up_is_submitted_again(bool lapsed)
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.VerifyAsync("web", Israeli);
        Assert.Empty((await host.As("web", new ConfirmCode(host.Phone.LastCode))).Refusal!.WaysOut);
        await host.As("web", new SubmitPhone(Other));
        var code = host.Phone.LastCode;
        if (lapsed)
            host.Time.Advance(TimeSpan.FromHours(25));
        else
            await host.As("web", new CancelPending());

        foreach (var command in new UserCommand[] { new ConfirmCode(code), new ResendCode() })
        {
            var refusal = (await host.As("web", command)).Refusal!;
            Assert.Equal(RefusalCode.NoPendingPhone, refusal.Code);
            Assert.Equal([Act("web", EnrolmentAction.SubmitPhone, anotherNumber: true)], refusal.WaysOut);
        }

        host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null((await host.As("web", new SubmitPhone(Other))).Refusal);
    }

    [Fact]
    public async Task A_lock_names_its_end_and_no_surface_or_number_that_would_evade_it()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.As("web", new SubmitPhone(Israeli));
        RefusalCode? last = null;
        for (var i = 0; i < 5; i++)
        {
            var refusal = (await host.As("web", new ConfirmCode(Wrong(host)))).Refusal!;
            if (i == 4)
                Assert.Equal([new WayOut.Retry(host.Now + NodaTime.Duration.FromSeconds(30))], refusal.WaysOut);
            last = refusal.Code;
        }

        Assert.Equal(RefusalCode.WrongCode, last);
        UserCommand[] locked = [new SubmitPhone(Other), new ResendCode(), new ConfirmCode(host.Phone.LastCode)];
        foreach (var command in locked)
        {
            var refusal = (await host.As("android", command)).Refusal!;
            Assert.Equal(RefusalCode.Locked, refusal.Code);
            Assert.Equal([new WayOut.Retry(refusal.RetryAt!.Value)], refusal.WaysOut);
        }
    }

    [Fact]
    public async Task Removing_the_phone_that_protects_leads_to_disabling_first()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.EnableAsync("web", "web", Israeli);
        var refusal = (await host.As("web", new RemovePhone())).Refusal!;
        Assert.Equal(RefusalCode.PhoneProtectsLogin, refusal.Code);
        Assert.Equal([Act("web", EnrolmentAction.DisableVerification)], refusal.WaysOut);
        Assert.Null((await host.As("web", new DisableVerification())).Refusal);
        Assert.Null((await host.As("web", new RemovePhone())).Refusal);
    }

    [Fact]
    public async Task An_old_authentication_leads_to_a_new_one()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        var stale = Caller.User(AccountId.Parse(ServiceHost.Account), Surface.Parse("web"), host.Now - NodaTime.Duration.FromMinutes(5));
        var refusal = (await host.Service.HandleAsync(stale, new SubmitPhone(Israeli))).Refusal!;
        Assert.Equal(RefusalCode.ReauthenticationRequired, refusal.Code);
        Assert.Equal([new WayOut.Reauthenticate()], refusal.WaysOut);
    }

    [Fact]
    public async Task The_app_channel_without_a_device_leads_to_one_and_to_SMS()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.VerifyAsync("web", Israeli);
        var refusal = (await host.As("web", new EnableVerification(VerificationChannel.AppPush))).Refusal!;
        Assert.Equal(RefusalCode.DeviceNotRegistered, refusal.Code);
        Assert.Equal([new WayOut.RegisterDevice(), Act("web", EnrolmentAction.EnableVerification, VerificationChannel.Sms)], refusal.WaysOut);
    }

    [Fact]
    public async Task Changing_to_the_app_channel_without_a_device_never_advises_to_drop_protection()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.EnableAsync("web", "web", Israeli);
        var refusal = (await host.As("web", new ChangeChannel(VerificationChannel.AppPush))).Refusal!;
        Assert.Equal(RefusalCode.DeviceNotRegistered, refusal.Code);
        Assert.Equal([new WayOut.RegisterDevice()], refusal.WaysOut);
        host.Devices.Registered = true;
        Assert.Null((await host.As("web", new ChangeChannel(VerificationChannel.AppPush))).Refusal);
    }

    [Fact]
    public async Task A_refused_number_leads_to_its_own_code_and_never_to_that_of_another_pending_one()
    {
        using var host = new ServiceHost(ShippedPolicies.Twitter2014);
        await host.As("mobileWeb", new SubmitPhone(Israeli));
        var refusal = (await host.As("web", new ConfirmCode(host.Phone.LastCode))).Refusal!;
        Assert.Equal([Act("mobileWeb", EnrolmentAction.ConfirmCode)], refusal.WaysOut);

        using var served = new ServiceHost(EnrolmentPolicy.Create(ShippedPolicies.Consistent.Document with
        {
            Rules = [new GatingRule { Name = "no-israel-on-web", Actions = [EnrolmentAction.SubmitPhone], Surfaces = Selection.Only<Surface>(Surface.Parse("web")), Countries = Selection.Except<CountryCode>(CountryCode.Parse("IL")) }],
        }));
        await served.As("web", new SubmitPhone("+14155552671"));
        refusal = (await served.As("web", new SubmitPhone(Israeli))).Refusal!;
        Assert.Equal(RefusalCode.CountryNotServed, refusal.Code);
        Assert.All(refusal.WaysOut, way => Assert.Equal(EnrolmentAction.SubmitPhone, Assert.IsType<WayOut.Act>(way).Choice.Action));
        Assert.DoesNotContain(Act("web", EnrolmentAction.SubmitPhone), refusal.WaysOut);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_way_out_ever_advises_to_give_up_a_phone_or_protection_that_stands(bool enabled)
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.VerifyAsync("web", Israeli);
        if (enabled)
            await host.As("web", new EnableVerification(VerificationChannel.Sms));
        UserCommand[] commands = [new ConfirmCode("123456"), new ResendCode(), new CancelPending()];
        foreach (var command in commands)
        {
            var refusal = (await host.As("web", command)).Refusal!;
            Assert.Equal(RefusalCode.NoPendingPhone, refusal.Code);
            Assert.DoesNotContain(refusal.WaysOut, way => way is WayOut.Act { Choice.Action: EnrolmentAction.RemovePhone or EnrolmentAction.DisableVerification });
        }

        Assert.Empty((await host.As("web", new CancelPending())).Refusal!.WaysOut);
    }

    [Fact]
    public async Task Who_was_moved_in_with_a_verified_number_has_no_code_to_ask_for()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        Assert.Null((await host.Operator(new ImportVerifiedPhone(Israeli, host.Now))).Refusal);
        foreach (var command in new UserCommand[] { new ConfirmCode("123456"), new ResendCode() })
        {
            var refusal = (await host.As("web", command)).Refusal!;
            Assert.Equal((RefusalCode.NoPendingPhone, 0), (refusal.Code, refusal.WaysOut.Count));
        }
    }

    [Fact]
    public async Task A_command_without_its_input_is_the_programmers_mistake()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.VerifyAsync("web", Israeli);
        EnrolmentCommand[] mistakes = [new ConfirmCode(null!), new SubmitPhone((PhoneInput)null!), new EnableVerification((VerificationChannel)9), new ChangeChannel((VerificationChannel)9)];
        foreach (var mistake in mistakes)
            Assert.Contains("Pass ", (await Assert.ThrowsAsync<ArgumentException>(() => host.As("web", mistake))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SMS_to_an_opted_out_number_leads_to_confirming_it_again()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.VerifyAsync("web", Israeli);
        await host.Carrier(new OptOutOfDelivery(Israeli));
        var refusal = (await host.As("web", new EnableVerification(VerificationChannel.Sms))).Refusal!;
        Assert.Equal(RefusalCode.DeliveryOptedOut, refusal.Code);

        host.Time.Advance(TimeSpan.FromSeconds(30));
        refusal = (await host.As("web", new EnableVerification(VerificationChannel.Sms))).Refusal!;
        Assert.Equal([Act("web", EnrolmentAction.SubmitPhone), new WayOut.RestoreDelivery()], refusal.WaysOut);
        await host.VerifyAsync("web", Israeli);
        Assert.Null((await host.As("web", new EnableVerification(VerificationChannel.Sms))).Refusal);
    }

    [Fact]
    public async Task Nothing_to_do_owes_no_way_out()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.EnableAsync("web", "web", Israeli);
        Assert.Empty((await host.As("web", new EnableVerification(VerificationChannel.Sms))).Refusal!.WaysOut);
        Assert.Empty((await host.As("web", new SubmitPhone(Israeli))).Refusal!.WaysOut);
    }

    private static string Wrong(ServiceHost host) => host.Phone.LastCode == "123456" ? "654321" : "123456";
}
