using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Changes;

/// <summary>Changes of when rules speak, of when screens show something, and of where an SMS can be lost.</summary>
public class ConditionChangeTests
{
    private static readonly Explorer Shared = new();

    private static readonly PolicyDocument Open = ChangedBy.Of(TestPolicies.Load("code-page-out-of-sight").Document, "web/page: show \"code\"");

    private static readonly GatingRule Rule = new() { Name = "r", Actions = [EnrolmentAction.EnableVerification] };

    private static readonly PolicyDocument WithAttribute = Open with { AccountAttributes = [new AccountAttribute { Name = "paid", Values = ["no", "trial", "yes"] }] };

    [Fact]
    public void A_rule_without_a_condition_gets_each_part_of_one()
    {
        Assert.Equal(
            ["only for the channel Sms", "only for the channel AppPush", "only without a device", "only with a device", "not for paid=no", "not for paid=trial", "not for paid=yes"],
            RuleConditionChanges.Loosened(Rule, WithAttribute).Select(change => change.Text));
        Assert.Empty(RuleConditionChanges.Tightened(Rule));
        Assert.DoesNotContain(RuleConditionChanges.Loosened(Rule with { Actions = [EnrolmentAction.SubmitPhone] }, Open), change => change.Rule.When!.Channels.Kind is not SelectionKind.Any);
    }

    [Fact]
    public void A_rule_with_a_condition_gets_a_narrower_and_a_wider_one()
    {
        var rule = Rule with { When = new RuleCondition { Channels = Selection.Only(VerificationChannel.Sms), Device = false, Account = RuleCondition.ForAccounts("paid", "no", "trial").Account } };

        Assert.Equal([("not for paid=no", "trial"), ("not for paid=trial", "no")], RuleConditionChanges.Loosened(rule, WithAttribute).Select(change => (change.Text, string.Join(' ', change.Rule.When!.Account["paid"]))));
        Assert.Equal(["whichever the channel", "with a device or without", "whatever paid is"], RuleConditionChanges.Tightened(rule).Select(change => change.Text));
        Assert.Null(Assert.Single(RuleConditionChanges.Tightened(Rule with { When = RuleCondition.WithDevice(true) })).Rule.When);
    }

    /// <summary>The rule is about SMS, and shuts the app for those countries as well.</summary>
    [Fact]
    public void A_rule_that_refuses_the_app_to_everybody_is_repaired_by_speaking_of_SMS_alone() => Assert.Contains(
        "rule r: only for the channel Sms",
        RepairsOf("NoTrap", Open with { Rules = [Rule with { Countries = Selection.Only(CountryCode.Parse("US")) }] }));

    [Fact]
    public void A_field_for_those_with_a_device_alone_is_repaired_by_dropping_that_part_of_its_condition()
    {
        var (surface, screen) = (Open.Surfaces[0], Open.Surfaces[0].Screens[1]);
        var confirm = screen.Actions[0] with { When = new ScreenCondition { Pending = true, Device = true } };

        Assert.Contains(
            "web/code: with a device or without, offer ConfirmCode",
            RepairsOf("SentImpliesEnterable", Open.With(surface, screen, screen with { Actions = [confirm, .. screen.Actions.Skip(1)] })));
    }

    /// <summary>It is an assumption on the world: <c>mutate</c> tells what hangs on it, and no repair changes it.</summary>
    [Fact]
    public void Where_an_SMS_can_be_lost_is_varied_and_never_repaired()
    {
        var lost = SingleChanges.Of(Open).Where(change => change.Kind is PolicyChangeKind.SmsDelivery).Select(change => change.Description);
        var back = SingleChanges.Of(ChangedBy.Of(Open, lost)).Where(change => change.Kind is PolicyChangeKind.SmsDelivery).Select(change => change.Description);

        Assert.Equal(["an SMS can be lost in France alone"], lost);
        Assert.Equal(["an SMS can be lost everywhere"], back);
        Assert.All(PolicyProperties.All, property => Assert.DoesNotContain(PolicyChangeKind.SmsDelivery, RepairingKinds.Of(property)));
    }

    private static IEnumerable<string> RepairsOf(string property, PolicyDocument policy) => PolicyRepairs
        .Of(EnrolmentPolicy.Create(policy), PolicyProperties.All.Single(known => known.Name == property), new VariantOptions { Scale = new ExplorationScale { Numbers = 1 } }, Shared)
        .Repairs.Select(repair => string.Join(" + ", repair.Changes));
}
