namespace LoginVerification.Tests;

/// <summary>A rule with a condition speaks where all that is stated holds, and is silent elsewhere.</summary>
public sealed class RuleConditionTests
{
    private static readonly Surface Web = Surface.Parse("web");
    private static readonly Choice Sms = new(EnrolmentAction.EnableVerification, VerificationChannel.Sms);
    private static readonly Choice Push = new(EnrolmentAction.EnableVerification, VerificationChannel.AppPush);
    private static readonly Choice Submit = new(EnrolmentAction.SubmitPhone);

    [Fact]
    public void By_channel_it_is_silent_for_the_other_one_and_for_actions_without()
    {
        var gate = GateOf(new RuleCondition { Channels = Selection.Only(VerificationChannel.Sms) }, EnrolmentAction.EnableVerification);

        Assert.Equal(RefusalCode.CountryNotServed, gate.Check(Web, Sms, Phone("IL"), default)?.Code);
        Assert.Null(gate.Check(Web, Push, Phone("IL"), default));
        Assert.Null(gate.Check(Web, Sms, Phone("US"), default));
        Assert.Null(gate.Check(Web, Submit, Phone("IL"), default));
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, true)]
    public void By_device_it_is_silent_for_who_has_it_otherwise(bool asked, bool registered, bool speaks) =>
        Assert.Equal(speaks, GateOf(RuleCondition.WithDevice(asked)).Check(Web, Submit, Phone("IL"), new Asker(registered)) is not null);

    [Theory]
    [InlineData("IL", "X", LineType.Mobile, true)]
    [InlineData("IL", null, LineType.Mobile, false)]
    [InlineData("IL", "Y", LineType.Mobile, false)]
    [InlineData("IL", "X", LineType.Voip, false)]
    [InlineData("GB", "X", LineType.Mobile, false)]
    public void By_number_it_is_silent_for_every_other_one(string country, string? carrier, LineType line, bool speaks)
    {
        var gate = GateOf(new RuleCondition
        {
            Countries = Selection.Except<CountryCode>(CountryCode.Parse("GB")),
            Carriers = new Dictionary<string, Selection<Carrier>> { ["IL"] = Selection.Only<Carrier>(Carrier.Parse("X")) },
            LineTypes = Selection.Only(LineType.Mobile),
        });

        Assert.Equal(speaks, gate.Check(Web, Submit, Phone(country, carrier, line), default) is not null);
    }

    /// <summary>What the facts do not state nobody knows, whichever value comes first.</summary>
    [Theory]
    [InlineData("no", "yes")]
    [InlineData("yes", "no")]
    public void Of_an_account_of_which_nothing_is_stated_it_speaks(params string[] values)
    {
        var document = ShippedPolicies.Consistent.Document with { AccountAttributes = [new AccountAttribute { Name = "paid", Values = values }], Rules = [Rule(RuleCondition.ForAccounts("paid", "no"))] };
        var gate = EnrolmentPolicy.Create(document).Gate;

        Assert.NotNull(gate.Check(Web, Submit, Phone("IL"), gate.AskerOf(deviceRegistered: false, [])));
        Assert.Null(gate.Check(Web, Submit, Phone("IL"), gate.AskerOf(deviceRegistered: false, [new("paid", "yes")])));
    }

    [Fact]
    public void Of_no_number_nothing_that_is_stated_holds() =>
        Assert.Null(GateOf(new RuleCondition { Countries = Selection.Only<CountryCode>(CountryCode.Parse("IL")) }).Check(Web, Submit, null, default));

    [Fact]
    public void Numbers_are_told_apart_by_whether_the_rule_speaks_of_them()
    {
        var policy = PolicyOf(Rule(new RuleCondition { Countries = Selection.Only<CountryCode>(CountryCode.Parse("FR")) }, EnrolmentAction.EnableVerification) with
        {
            Countries = Selection.Any<CountryCode>(),
            Channels = Selection.Only(VerificationChannel.AppPush),
        });

        Assert.NotEqual(policy.Gate.Classify(Phone("FR")), policy.Gate.Classify(Phone("US")));
        Assert.Equal(policy.Gate.Classify(Phone("DE")), policy.Gate.Classify(Phone("US")));
    }

    /// <summary>The list is for a choice: whoever may be served stands on it.</summary>
    [Fact]
    public void A_country_is_served_where_some_account_is_let_through()
    {
        Assert.Contains(CountryCode.Parse("IL"), PolicyOf(Rule(RuleCondition.WithDevice(registered: true))).ServedCountries(Web));
        Assert.DoesNotContain(CountryCode.Parse("IL"), PolicyOf(Rule(new RuleCondition { Countries = Selection.Only<CountryCode>(CountryCode.Parse("IL")) })).ServedCountries(Web));
    }

    [Fact]
    public void A_number_is_found_that_is_served_to_who_asks()
    {
        var gate = PolicyOf(Rule(RuleCondition.WithDevice(registered: true)) with { Countries = Selection.Only<CountryCode>(CountryCode.Parse("FR")) }).Gate;

        Assert.Equal("FR", gate.SomeServedNumber(Web, new Asker(DeviceRegistered: true)).Country.Value);
        Assert.NotEqual("FR", gate.SomeServedNumber(Web, new Asker(DeviceRegistered: false)).Country.Value);
    }

    private static Gate GateOf(RuleCondition condition, params IReadOnlyList<EnrolmentAction> actions) => PolicyOf(Rule(condition, actions)).Gate;

    private static GatingRule Rule(RuleCondition condition, params IReadOnlyList<EnrolmentAction> actions) => new()
    {
        Name = "only-us",
        Actions = actions.Count == 0 ? [EnrolmentAction.SubmitPhone] : actions,
        When = condition,
        Countries = Selection.Only<CountryCode>(CountryCode.Parse("US")),
    };

    private static EnrolmentPolicy PolicyOf(GatingRule rule) => EnrolmentPolicy.Create(ShippedPolicies.Consistent.Document with { Rules = [rule] });

    private static PhoneDetails Phone(string country, string? carrier = null, LineType line = LineType.Mobile) =>
        new(PhoneNumber.Parse("+972502345678"), CountryCode.Parse(country), line) { Carrier = carrier is null ? null : Carrier.Parse(carrier) };
}
