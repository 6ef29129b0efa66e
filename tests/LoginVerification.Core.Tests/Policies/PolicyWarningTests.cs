using static LoginVerification.EnrolmentState;

namespace LoginVerification.Tests.Policies;

/// <summary>What a valid policy says and can hardly mean.</summary>
public sealed class PolicyWarningTests
{
    [Theory]
    [InlineData("consistent")]
    [InlineData("twitter-2014")]
    [InlineData("twitter-2014-web-takes-code")]
    public void A_shipped_policy_has_none(string name) => Assert.Empty(Warnings(ShippedPolicies.Load(name).Document));

    [Fact]
    public void An_offer_that_is_refused_wherever_its_condition_holds() =>
        Assert.Equal(["$.surfaces[0].screens[0].actions[1]"], Paths(Web(home => home
            .Offers(EnrolmentAction.SubmitPhone)
            .Offers(EnrolmentAction.ConfirmCode, when: ScreenCondition.In(NoPhone)))));

    [Fact]
    public void An_offer_on_a_screen_that_is_on_view_in_other_cases_alone() =>
        Assert.Equal(["$.surfaces[0].screens[1].actions[1]", "$.surfaces[0].screens[1].links[1]"], Paths(Web(
            home => home.Offers(EnrolmentAction.EnableVerification).Links("add", when: ScreenCondition.In(NoPhone)),
            add => add
                .Offers(EnrolmentAction.SubmitPhone, then: "home")
                .Offers(EnrolmentAction.DisableVerification)
                .Links("home")
                .Links("home", label: "manage", when: new ScreenCondition { Verified = true }))));

    /// <summary>A number submitted there is pending there, and staff or time can take it away again.</summary>
    [Fact]
    public void What_an_accepted_action_or_time_leads_to_is_no_warning() =>
        Assert.Empty(Warnings(Web(
            home => home.Links("add", when: ScreenCondition.In(NoPhone)),
            add => add
                .Offers(EnrolmentAction.SubmitPhone)
                .Offers(EnrolmentAction.ConfirmCode)
                .Offers(EnrolmentAction.EnableVerification)
                .Offers(EnrolmentAction.RemovePhone)
                .Links("home", when: new ScreenCondition { SmsDelivered = true }))));

    /// <summary>A device comes and goes while somebody looks; a channel is there once verification is on.</summary>
    [Fact]
    public void A_channel_that_nothing_turns_on_and_the_app_without_a_device()
    {
        var app = new ScreenCondition { Channel = [VerificationChannel.AppPush] };
        Assert.Empty(Warnings(Web(home => home.Offers(EnrolmentAction.SubmitPhone).Links("add", when: new ScreenCondition { Device = true, State = [NoPhone] }), add => add.Links("home", when: new ScreenCondition { Device = false }))));
        Assert.Equal(["$.surfaces[0].screens[1].links[1]"], Paths(Web(
            home => home.Offers(EnrolmentAction.SubmitPhone).Links("add", when: ScreenCondition.In(NoPhone)),
            add => add.Offers(EnrolmentAction.SubmitPhone).Links("home").Links("home", label: "the app", when: app))));
    }

    [Fact]
    public void An_attribute_that_no_rule_asks_for()
    {
        var policy = Web(home => home.Offers(EnrolmentAction.SubmitPhone)) with { AccountAttributes = [new() { Name = "paid", Values = ["no", "yes"] }, new() { Name = "staff", Values = ["no", "yes"] }] };
        var rule = new GatingRule { Name = "paid-for", Actions = [EnrolmentAction.SubmitPhone], When = RuleCondition.ForAccounts("staff", "no"), Countries = Selection.Only<CountryCode>(CountryCode.Parse("IL")) };
        Assert.Equal(["$.accountAttributes[0]"], Paths(policy with { Rules = [rule] }));
    }

    [Fact]
    public void Removal_while_enabled_is_possible_only_where_the_policy_says_so()
    {
        var policy = Web(home => home.Offers(EnrolmentAction.RemovePhone, when: ScreenCondition.In(VerificationEnabled)));
        Assert.Equal(["$.surfaces[0].screens[0].actions[0]"], Paths(policy));
        Assert.Empty(Warnings(policy with { RemovePhoneWhileEnabled = RemovePhoneMode.DisableWithNotice }));
    }

    [Fact]
    public void A_cool_down_that_no_user_can_begin()
    {
        var policy = Web(home => home.Offers(EnrolmentAction.SubmitPhone)) with { CoolDownAfterRemoval = NodaTime.Duration.FromDays(1) };
        Assert.Equal(["$.coolDownAfterRemoval"], Paths(policy));
        Assert.Empty(Warnings(policy with { CoolDownAfterRemoval = NodaTime.Duration.Zero }));
        Assert.Empty(Warnings(policy with { OnStop = StopMode.RemovePhone }));
        Assert.Empty(Warnings(Web(home => home.Offers(EnrolmentAction.SubmitPhone).Offers(EnrolmentAction.ConfirmCode).Offers(EnrolmentAction.RemovePhone)) with { CoolDownAfterRemoval = policy.CoolDownAfterRemoval }));
    }

    [Theory]
    [InlineData("SJ", "NO")]
    [InlineData("AX", "FI")]
    [InlineData("VA", "IT")]
    [InlineData("AQ", "no phone numbers")]
    public void A_country_that_no_number_is_read_as(string country, string told)
    {
        var policy = Web(home => home.Offers(EnrolmentAction.SubmitPhone)) with
        {
            Rules =
            [
                new() { Name = "country", Actions = [EnrolmentAction.SubmitPhone], Countries = Selection.Except(CountryCode.Parse("GB"), CountryCode.Parse(country)) },
                new() { Name = "carrier", Actions = [EnrolmentAction.SubmitPhone], Carriers = new Dictionary<string, Selection<Carrier>> { [country] = Selection.Except(Carrier.Parse("X")) } },
            ],
        };
        Assert.Equal(["$.rules[0].countries.except[1]", $"$.rules[1].carriers['{country}']"], Paths(policy));
        Assert.All(Warnings(policy), warning => Assert.Contains(told, warning.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void An_SMS_that_is_lost_in_a_country_that_no_number_is_read_as() =>
        Assert.Equal(["$.smsDelivery.uncertain.only[1]"], Paths(Web(home => home.Offers(EnrolmentAction.SubmitPhone)) with
        {
            SmsDelivery = new() { Uncertain = Selection.Only<CountryCode>(CountryCode.Parse("NO"), CountryCode.Parse("SJ")) },
        }));

    [Fact]
    public void Line_types_that_leave_out_all_mobiles_of_a_country()
    {
        var policy = Web(home => home.Offers(EnrolmentAction.SubmitPhone)) with
        {
            Rules = [new() { Name = "mobiles", Actions = [EnrolmentAction.SubmitPhone], Countries = Selection.Only(CountryCode.Parse("GB"), CountryCode.Parse("US")), LineTypes = Selection.Only(LineType.Mobile) }],
        };
        Assert.Contains("In US a mobile", Assert.Single(Warnings(policy)).Message, StringComparison.Ordinal);
        Assert.Empty(Warnings(policy with { Rules = [policy.Rules[0] with { LineTypes = Selection.Only(LineType.Mobile, LineType.FixedLineOrMobile) }] }));
    }

    /// <summary>Whichever kind of line is left out, and however many countries it concerns: one warning for each rule.</summary>
    [Theory]
    [InlineData(SelectionKind.Only, "FixedLine", "", "they are read as FixedLineOrMobile or Mobile. Allow FixedLineOrMobile and Mobile as well.")]
    [InlineData(SelectionKind.Only, "FixedLine", "GB,US", "they are read as FixedLineOrMobile or Mobile.")]
    [InlineData(SelectionKind.Only, "Mobile", "US", "they are read as FixedLineOrMobile. Allow FixedLineOrMobile as well.")]
    [InlineData(SelectionKind.Only, "FixedLineOrMobile", "GB,US", "In GB a mobile is read as Mobile,")]
    [InlineData(SelectionKind.Only, "Mobile", "", "In CA, CL, DO, FM, GU, MP, MX, PR, US, VI a mobile is read as FixedLineOrMobile,")]
    [InlineData(SelectionKind.Except, "Mobile", "", "In AC, AD, AE, AF, AG, AI, AL, AM, AO, AR and 2")]
    [InlineData(SelectionKind.Except, "Mobile", "GB", "they are read as Mobile.")]
    [InlineData(SelectionKind.Except, "Mobile,FixedLineOrMobile", "", "they are read as FixedLineOrMobile or Mobile.")]
    [InlineData(SelectionKind.Except, "Mobile", "US", null)]
    [InlineData(SelectionKind.Except, "FixedLine", "", null)]
    [InlineData(SelectionKind.Only, "Mobile", "TA", null)]
    public void Line_types_that_leave_out_all_mobiles_of_some_country_or_of_all(SelectionKind kind, string lineTypes, string countries, string? told)
    {
        LineType[] types = [.. lineTypes.Split(',').Select(Enum.Parse<LineType>)];
        CountryCode[] served = [.. countries.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(CountryCode.Parse)];
        var policy = Web(home => home.Offers(EnrolmentAction.SubmitPhone)) with
        {
            Rules =
            [
                new()
                {
                    Name = "lines",
                    Actions = [EnrolmentAction.SubmitPhone],
                    Countries = served.Length == 0 ? Selection.Any<CountryCode>() : Selection.Only<CountryCode>(served),
                    LineTypes = kind is SelectionKind.Only ? Selection.Only<LineType>(types) : Selection.Except<LineType>(types),
                },
            ],
        };
        if (told is null)
        {
            Assert.Empty(Warnings(policy));
            return;
        }

        var warning = Assert.Single(Warnings(policy));
        Assert.Equal("$.rules[0].lineTypes", warning.Path);
        Assert.Contains(told, warning.Message, StringComparison.Ordinal);
    }

    /// <summary>A rule on countries that speaks of every channel takes the app away, too, from numbers that were taken.</summary>
    [Theory]
    [InlineData(EnrolmentAction.EnableVerification)]
    [InlineData(EnrolmentAction.ChangeChannel)]
    public void A_rule_that_leaves_numbers_no_channel_though_it_is_meant_for_SMS_alone(EnrolmentAction action)
    {
        var rule = new GatingRule { Name = "sms-in-gb", Actions = [action], Countries = Selection.Only(CountryCode.Parse("GB")) };
        var warning = Assert.Single(Warnings(Whole(rule)));
        Assert.Equal("$.rules[0]", warning.Path);
        Assert.Equal($"A number of US is taken, and then the rule refuses {action} over every channel, even the app, which needs no SMS. If it is meant for SMS alone, write \"when\": {{\"channels\": {{\"only\": [\"Sms\"]}}}}.", warning.Message);

        Assert.EndsWith("in place of the rule's \"channels\".", Assert.Single(Warnings(Whole(rule with { Channels = Selection.Only<VerificationChannel>(VerificationChannel.Sms) }))).Message, StringComparison.Ordinal);
        Assert.Contains("\"channels\": {\"only\": [\"Sms\"]} in \"when\"", Assert.Single(Warnings(Whole(rule with { When = RuleCondition.WithDevice(true) }, rule with { Name = "without", When = RuleCondition.WithDevice(false) })).DistinctBy(told => told.Message)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void So_does_one_on_carriers_or_on_kinds_of_line()
    {
        var rule = new GatingRule { Name = "carriers", Actions = [EnrolmentAction.EnableVerification], Carriers = new Dictionary<string, Selection<Carrier>> { ["GB"] = Selection.Except(Carrier.Parse("X")) } };
        Assert.StartsWith("A number of GB X is taken", Assert.Single(Warnings(Whole(rule))).Message, StringComparison.Ordinal);
        Assert.StartsWith("A number of US Pager is taken", Assert.Single(Warnings(Whole(new GatingRule { Name = "lines", Actions = [EnrolmentAction.EnableVerification], LineTypes = Selection.Except<LineType>(LineType.Pager) }))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_leaves_a_channel_where_it_is_for_SMS_or_takes_no_such_number_or_where_the_app_is_refused_to_all()
    {
        var rule = new GatingRule { Name = "sms-in-gb", Actions = [EnrolmentAction.EnableVerification], Countries = Selection.Only(CountryCode.Parse("GB")) };
        Assert.Empty(Warnings(Whole(rule with { When = RuleCondition.For(VerificationChannel.Sms) })));
        Assert.Empty(Warnings(Whole(rule with { Actions = [EnrolmentAction.SubmitPhone, EnrolmentAction.EnableVerification] })));
        Assert.Empty(Warnings(Whole(rule, new GatingRule { Name = "sms-alone", Actions = [EnrolmentAction.EnableVerification], Channels = Selection.Only<VerificationChannel>(VerificationChannel.Sms) })));
        Assert.Empty(Warnings(Whole(rule with { When = RuleCondition.WithDevice(false) })));
    }

    [Fact]
    public void A_condition_that_holds_of_no_number()
    {
        var rule = new GatingRule
        {
            Name = "us-mobiles",
            Actions = [EnrolmentAction.SubmitPhone],
            When = new RuleCondition { Countries = Selection.Only(CountryCode.Parse("US")), LineTypes = Selection.Only<LineType>(LineType.Mobile) },
            LineTypes = Selection.Only<LineType>(LineType.FixedLineOrMobile),
            Carriers = new Dictionary<string, Selection<Carrier>> { ["US"] = Selection.Except(Carrier.Parse("X")) },
        };
        var warning = Assert.Single(Warnings(Whole(rule with { LineTypes = Selection.Any<LineType>() })));
        Assert.Equal("$.rules[0].when", warning.Path);
        Assert.StartsWith("The condition never holds: no phone number", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_condition_that_holds_of_no_number_that_is_taken()
    {
        var gb = new GatingRule { Name = "gb", Actions = [EnrolmentAction.SubmitPhone], Countries = Selection.Only(CountryCode.Parse("GB")) };
        var french = new GatingRule
        {
            Name = "french",
            Actions = [EnrolmentAction.EnableVerification],
            When = new RuleCondition { Countries = Selection.Only(CountryCode.Parse("FR")) },
            Channels = Selection.Only<VerificationChannel>(VerificationChannel.AppPush),
        };
        var warning = Assert.Single(Warnings(Whole(gb, french)));
        Assert.Equal("$.rules[1].when", warning.Path);
        Assert.Contains("no surface takes one of FR.", warning.Message, StringComparison.Ordinal);
        Assert.Empty(Warnings(Whole(french)));
    }

    private static IEnumerable<string> Paths(PolicyDocument policy) => Warnings(policy).Select(warning => warning.Path);

    private static IReadOnlyList<PolicyError> Warnings(PolicyDocument policy)
    {
        var reading = PolicyFile.Read(PolicyFile.Write(policy));
        Assert.Empty(reading.Errors);
        return reading.Warnings;
    }

    /// <summary>A page that offers everything that a channel needs, under these rules.</summary>
    private static PolicyDocument Whole(params IReadOnlyList<GatingRule> rules) => Web(home => home
        .Offers(EnrolmentAction.SubmitPhone)
        .Offers(EnrolmentAction.ConfirmCode)
        .Offers(EnrolmentAction.EnableVerification)
        .Offers(EnrolmentAction.ChangeChannel)) with
    { Rules = rules };

    private static PolicyDocument Web(Action<ScreenBuilder> home, Action<ScreenBuilder>? add = null) => PolicyBuilder.Named("small")
        .Surface("web", "home", web =>
        {
            web.Screen("home", home);
            if (add is not null)
                web.Screen("add", add);
        })
        .Build();
}
