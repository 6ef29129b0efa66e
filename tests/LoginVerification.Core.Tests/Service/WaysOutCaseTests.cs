using NodaTime;

namespace LoginVerification.Tests;

/// <summary>Ways out that people were shown in vain, each with what leads on instead.</summary>
public sealed class WaysOutCaseTests
{
    private const string Israeli = "+972502345678";
    private const string American = "+14155552673";
    private static readonly WayOut AnotherNumber = new WayOut.Act(Surface.Parse("web"), new Choice(EnrolmentAction.SubmitPhone)) { WithAnotherNumber = true };

    [Theory]
    [InlineData(EnrolmentAction.EnableVerification)]
    [InlineData(EnrolmentAction.ChangeChannel)]
    [InlineData(EnrolmentAction.RemovePhone)]
    [InlineData(EnrolmentAction.ResendCode, EnrolmentAction.ConfirmCode)]
    [InlineData(EnrolmentAction.ConfirmCode)]
    public async Task A_number_whose_country_an_action_excludes_leads_to_another_number(EnrolmentAction action, params EnrolmentAction[] more)
    {
        using var host = new ServiceHost(WayPolicies.Refusing([action, .. more]));
        var refusal = (await AskWith(host, new SubmitPhone(Israeli), action))!;
        Assert.Equal((RefusalCode.CountryNotServed, AnotherNumber), (refusal.Code, refusal.WaysOut[0]));
        await host.VerifyAsync("web", American);
    }

    [Fact]
    public async Task A_carrier_and_a_line_type_that_an_action_excludes_lead_to_another_number()
    {
        using var byCarrier = new ServiceHost(WayPolicies.Changed(new GatingRule
        {
            Name = "not-that-carrier",
            Actions = [EnrolmentAction.EnableVerification],
            Carriers = new Dictionary<string, Selection<Carrier>> { ["IL"] = Selection.Except(Carrier.Parse("NoNet")) },
        }));
        var refusal = (await AskWith(byCarrier, new SubmitPhone(Israeli, Carrier: Carrier.Parse("NoNet")), EnrolmentAction.EnableVerification))!;
        Assert.Equal((RefusalCode.CarrierNotServed, AnotherNumber), (refusal.Code, Assert.Single(refusal.WaysOut)));

        using var byLine = new ServiceHost(WayPolicies.Changed(new GatingRule
        {
            Name = "no-voip",
            Actions = [EnrolmentAction.EnableVerification],
            LineTypes = Selection.Except(LineType.Voip),
        }));
        refusal = (await AskWith(byLine, new SubmitPhone("+445612345678"), EnrolmentAction.EnableVerification))!;
        Assert.Equal((RefusalCode.LineTypeNotServed, AnotherNumber), (refusal.Code, Assert.Single(refusal.WaysOut)));
    }

    [Fact]
    public async Task The_right_code_given_twice_owes_no_way_out()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.VerifyAsync("web", Israeli);
        EnrolmentCommand[] clicks = [new ConfirmCode(host.Phone.LastCode), new ResendCode()];
        foreach (var click in clicks)
        {
            var refusal = (await host.As("web", click)).Refusal!;
            Assert.Equal(RefusalCode.NoPendingPhone, refusal.Code);
            Assert.Empty(refusal.WaysOut);
        }

        await host.Carrier(new InvalidatePhone(Israeli, InvalidationReason.Recycled));
        host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.NotEmpty((await host.As("web", clicks[0])).Refusal!.WaysOut);
    }

    [Theory]
    [InlineData("0502345678", RefusalCode.CountryMissing)]
    [InlineData("+97250", RefusalCode.NumberTooShort)]
    [InlineData("+9725023456789012", RefusalCode.NumberTooLong)]
    [InlineData("abc", RefusalCode.NumberUnreadable)]
    public async Task A_text_that_can_be_written_otherwise_is_to_be_corrected(string number, RefusalCode code)
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        var refusal = (await host.As("web", new SubmitPhone(number))).Refusal!;
        Assert.Equal((code, RefusalKind.Correct), (refusal.Code, refusal.Code.Kind()));
        Assert.Equal([new WayOut.Correct()], refusal.WaysOut);
    }

    [Fact]
    public async Task A_malformed_code_is_to_be_corrected()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.As("web", new SubmitPhone(Israeli));
        var refusal = (await host.As("web", new ConfirmCode("12345"))).Refusal!;
        Assert.Equal(RefusalCode.CodeMalformed, refusal.Code);
        Assert.Equal([new WayOut.Correct()], refusal.WaysOut);
        Assert.Null((await host.As("web", new ConfirmCode(host.Phone.LastCode))).Refusal);
    }

    /// <summary>The form is there for who has a number already, and staff have no command that adds one for somebody who has not.</summary>
    [Fact]
    public async Task Another_number_is_not_named_where_none_can_be_submitted_now_and_staff_not_where_they_cannot_help()
    {
        using var host = new ServiceHost(WayPolicies.All["a second number alone"].Policy);
        UserCommand[] commands = [new SubmitPhone(Israeli), new EnableVerification(VerificationChannel.Sms), new ConfirmCode("123456")];
        foreach (var command in commands)
            Assert.Empty((await host.As("web", command)).Refusal!.WaysOut);
    }

    [Fact]
    public async Task Where_the_app_alone_is_offered_a_device_leads_on_and_staff_do_not()
    {
        using var host = new ServiceHost(WayPolicies.All["the app alone"].Policy);
        await host.VerifyAsync("web", Israeli);
        VerificationChannel[] channels = [VerificationChannel.Sms, VerificationChannel.AppPush];
        foreach (var channel in channels)
            Assert.Equal([new WayOut.RegisterDevice()], (await host.As("web", new EnableVerification(channel))).Refusal!.WaysOut);
        host.Devices.Registered = true;
        Assert.Null((await host.As("web", new EnableVerification(VerificationChannel.AppPush))).Refusal);
    }

    /// <summary>With a device any number could be submitted; without one, only those that cannot be enabled afterwards.</summary>
    [Fact]
    public async Task A_way_that_a_rule_refuses_until_a_device_is_registered_is_not_named_before_a_number_is_verified()
    {
        using var host = new ServiceHost(EnrolmentPolicy.Create(ShippedPolicies.Consistent.Document with
        {
            Rules =
            [
                new GatingRule { Name = "france-without-device", Actions = [EnrolmentAction.SubmitPhone], When = RuleCondition.WithDevice(registered: false), Countries = Selection.Only(CountryCode.Parse("FR")) },
                new GatingRule { Name = "not-france", Actions = [EnrolmentAction.EnableVerification], Countries = Selection.Except(CountryCode.Parse("FR")) },
            ],
        }));

        Assert.DoesNotContain((await host.As("web", new EnableVerification(VerificationChannel.Sms))).Refusal!.WaysOut, way => way is WayOut.Act);
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("no", false)]
    [InlineData(null, false)]
    public async Task The_ways_out_of_what_no_screen_offers_are_those_of_the_account(string? paid, bool leadsOn)
    {
        using var host = new ServiceHost(FreeAccountsNeverConfirm("yes", "no"), verification => verification.UseAccountAttributes(new Stated(paid)));
        var owner = Caller.User(AccountId.Parse(ServiceHost.Account), Surface.Parse("web"), host.Now, AuthenticationFactors.MultiFactor);
        Refusal[] refusals = [(await host.Service.IssueDeviceTokenAsync(owner)).Refusal!, (await host.As("web", new IssueBackupCodes())).Refusal!];

        Assert.Equal([RefusalCode.NoVerifiedPhone, RefusalCode.NotEnabled], refusals.Select(refusal => refusal.Code));
        Assert.All(refusals, refusal => Assert.Equal(leadsOn, refusal.WaysOut.Any(way => way is WayOut.Act)));
    }

    [Fact]
    public async Task An_answer_that_is_told_again_has_the_ways_out_of_the_account()
    {
        using var host = new ServiceHost(FreeAccountsNeverConfirm("no", "yes"), verification => verification.UseAccountAttributes(new Stated("yes")));
        await host.As("web", new SubmitPhone(Israeli));
        var owner = Caller.User(AccountId.Parse(ServiceHost.Account), Surface.Parse("web"), host.Now, AuthenticationFactors.MultiFactor) with { IdempotencyKey = "once" };
        var wrong = new ConfirmCode(host.Phone.LastCode == "000000" ? "000001" : "000000");

        var (first, again) = (await host.Give(owner, wrong), await host.Give(owner, wrong));

        Assert.True(again.Replayed);
        Assert.Equal(RefusalCode.WrongCode, first.Refusal!.Code);
        Assert.Equal(first.Refusal.WaysOut, again.Refusal!.WaysOut);
    }

    [Fact]
    public async Task What_staff_alone_can_do_leads_to_staff()
    {
        using var host = new ServiceHost(WayPolicies.All["nobody removes or disables"].Policy);
        await host.EnableAsync("web", "web", Israeli);
        UserCommand[] commands = [new DisableVerification(), new RemovePhone()];
        foreach (var command in commands)
            Assert.Equal([new WayOut.AskOperator()], (await host.As("web", command)).Refusal!.WaysOut);
    }

    [Fact]
    public async Task After_a_STOP_from_a_stranger_START_from_that_phone_leads_on_or_another_number()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.As("web", new SubmitPhone(Israeli));
        await host.Carrier(new OptOutOfDelivery(Israeli));
        host.Time.Advance(TimeSpan.FromMinutes(10));
        UserCommand[] commands = [new SubmitPhone(Israeli), new ResendCode()];
        foreach (var command in commands)
        {
            var refusal = (await host.As("web", command)).Refusal!;
            Assert.Equal(RefusalCode.DeliveryOptedOut, refusal.Code);
            Assert.Equal([new WayOut.RestoreDelivery(), AnotherNumber], refusal.WaysOut.Take(2));
        }

        await host.Carrier(new RestoreDelivery(Israeli));
        Assert.Null((await host.As("web", commands[0])).Refusal);
    }

    [Theory]
    [InlineData(0, AuthenticationFactors.SingleFactor, RefusalCode.SecondFactorRequired)]
    [InlineData(9, AuthenticationFactors.MultiFactor, RefusalCode.ReauthenticationRequired)]
    public async Task What_takes_protection_away_needs_the_second_factor_and_says_so_at_once(int minutesAgo, AuthenticationFactors factors, RefusalCode code)
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        await host.EnableAsync("web", "web", Israeli);
        var caller = Caller.User(AccountId.Parse(ServiceHost.Account), Surface.Parse("web"), host.Now - Duration.FromMinutes(minutesAgo), factors);
        var refusal = (await host.Service.HandleAsync(caller, new DisableVerification())).Refusal!;
        Assert.Equal(code, refusal.Code);
        Assert.Equal([new WayOut.Reauthenticate { WithSecondFactor = true }], refusal.WaysOut);
        Assert.Null((await host.As("web", new DisableVerification())).Refusal);
    }

    /// <summary>A refusal that no lock caused, whose way out a lock closes: the end of the lock is named, and no number that would meet it.</summary>
    [Fact]
    public async Task A_way_out_that_is_locked_is_named_by_the_end_of_the_lock()
    {
        using var host = new ServiceHost(WayPolicies.Refusing(EnrolmentAction.EnableVerification));
        await host.VerifyAsync("web", Israeli);
        await host.As("web", new SubmitPhone(American));
        for (var i = 0; i < 5; i++)
            await host.As("web", new ConfirmCode(host.Phone.LastCode == "123456" ? "654321" : "123456"));
        await host.As("web", new CancelPending());
        var refusal = (await host.As("web", new EnableVerification(VerificationChannel.Sms))).Refusal!;
        Assert.Equal(RefusalCode.CountryNotServed, refusal.Code);
        Assert.Equal([new WayOut.Retry(host.Now + Duration.FromSeconds(30))], refusal.WaysOut);
    }

    /// <summary>The account comes to where the action is refused for its number, and asks for it.</summary>
    private static async Task<Refusal?> AskWith(ServiceHost host, SubmitPhone submitted, EnrolmentAction action)
    {
        host.Devices.Registered = true;
        Assert.Null((await host.As("web", submitted)).Refusal);
        if (action is EnrolmentAction.ResendCode)
            host.Time.Advance(TimeSpan.FromMinutes(10));
        if (action is EnrolmentAction.ResendCode or EnrolmentAction.ConfirmCode)
            return (await host.As("web", action is EnrolmentAction.ResendCode ? new ResendCode() : new ConfirmCode(host.Phone.LastCode))).Refusal;
        Assert.Null((await host.As("web", new ConfirmCode(host.Phone.LastCode))).Refusal);
        if (action is EnrolmentAction.ChangeChannel)
            Assert.Null((await host.As("web", new EnableVerification(VerificationChannel.AppPush))).Refusal);
        return (await host.As("web", action switch
        {
            EnrolmentAction.EnableVerification => new EnableVerification(VerificationChannel.Sms),
            EnrolmentAction.ChangeChannel => new ChangeChannel(VerificationChannel.Sms),
            _ => new RemovePhone(),
        })).Refusal;
    }

    /// <summary>Who has not paid can submit numbers of all countries but one, and confirm those of that one alone.</summary>
    private static EnrolmentPolicy FreeAccountsNeverConfirm(params string[] values) => EnrolmentPolicy.Create(ShippedPolicies.Consistent.Document with
    {
        AccountAttributes = [new AccountAttribute { Name = "paid", Values = values }],
        Rules =
        [
            new GatingRule { Name = "not-france", Actions = [EnrolmentAction.SubmitPhone], When = RuleCondition.ForAccounts("paid", "no"), Countries = Selection.Except(CountryCode.Parse("FR")) },
            new GatingRule { Name = "france-alone", Actions = [EnrolmentAction.ConfirmCode], When = RuleCondition.ForAccounts("paid", "no"), Countries = Selection.Only(CountryCode.Parse("FR")) },
        ],
    });

    /// <summary>What a host says of every account.</summary>
    private sealed class Stated(string? paid) : IAccountAttributes
    {
        public ValueTask<IReadOnlyDictionary<string, string>> ReadAsync(AccountId account, CancellationToken cancellationToken) =>
            new(paid is null ? [] : new Dictionary<string, string> { ["paid"] = paid });
    }
}
