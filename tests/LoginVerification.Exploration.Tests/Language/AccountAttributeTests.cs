using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Language;

/// <summary>Rules that ask for what an account is: the host states it, the service decides by it, and the explorer has a class for each kind.</summary>
public sealed class AccountAttributeTests
{
    private const string Policy = "sms-for-the-paid";

    [Theory]
    [InlineData("no", false, "")]
    [InlineData("no", true, "AppPush")]
    [InlineData("yes", false, "Sms")]
    [InlineData("yes", true, "Sms, AppPush")]
    public void An_account_is_protected_by_the_channels_that_its_attributes_leave(string paid, bool device, string channels)
    {
        Assert.Equal(channels, string.Join(", ", ProtectedBy.Service(Policy, "IL", device, new Dictionary<string, string> { ["paid"] = paid })));
        Assert.Equal(channels, string.Join(", ", ProtectedBy.ExplorerOf(Policy, $"US and 244 more, paid={paid}", device)));
    }

    /// <summary>What nobody knows closes what depends on it, and nothing else: whichever value comes first.</summary>
    [Theory]
    [InlineData("no", "yes")]
    [InlineData("yes", "no")]
    public void What_nobody_knows_of_an_account_closes_what_depends_on_it(params string[] values)
    {
        var document = TestPolicies.Load(Policy).Document;
        var policy = EnrolmentPolicy.Create(document with { AccountAttributes = [document.AccountAttributes[0] with { Values = values }] });

        Assert.Equal([VerificationChannel.AppPush], ProtectedBy.Service(policy, "IL", device: true, answers: false));
        Assert.Equal([VerificationChannel.AppPush], ProtectedBy.Service(policy, "IL", device: true, Stated("paid", "maybe")));
        Assert.Equal([VerificationChannel.AppPush], ProtectedBy.Service(policy, "IL", device: true, Stated("Paid", "yes")));
        Assert.Equal([VerificationChannel.Sms, VerificationChannel.AppPush], ProtectedBy.Service(policy, "IL", device: true, Stated("paid", "yes")));

        static Dictionary<string, string> Stated(string name, string value) => new() { [name] = value };
    }

    [Fact]
    public void The_two_kinds_are_classes_of_their_own_and_the_rule_fires_for_one()
    {
        var explored = new Explorer().Explore(TestPolicies.Load(Policy));

        Assert.Equal(["US and 244 more, paid=no", "US and 244 more, paid=yes"], explored.Classes.Select(known => known.Name));
        Assert.Equal(Verdict.Proved, explored.Properties.Single(property => property.Name == "EveryRuleFires").Verdict);
    }

    [Theory]
    [InlineData("reachable (account.paid = yes and channel = Sms)", Verdict.Proved)]
    [InlineData("reachable (account.paid = no and channel = Sms)", Verdict.Violated)]
    [InlineData("always (account.paid = no implies channel != Sms)", Verdict.Proved)]
    [InlineData("always (account.paid in {no, yes})", Verdict.Proved)]
    [InlineData("onEveryStep (before.account.paid = yes implies after.account.paid = yes)", Verdict.Proved)]
    [InlineData("onEveryStep (after.channel = Sms implies before.account.paid != yes)", Verdict.Violated)]
    [InlineData("(account.paid = yes and pending) leadsTo (verified or state = NoPhone)", Verdict.Proved)]
    public void A_written_property_asks_for_them(string text, Verdict verdict) =>
        Assert.Equal(verdict, Judged(PropertyLanguage.Parse($"P: {text}", TestPolicies.Load(Policy))));

    [Fact]
    public void A_property_in_C_sharp_asks_for_them()
    {
        Assert.Equal(Verdict.Proved, Judged(PolicyProperty.Always("P", state => state.AccountValue("paid") == "yes" || state.Channel is not VerificationChannel.Sms)));
        Assert.Equal(Verdict.Proved, Judged(PolicyProperty.Reachable("P", state => state.AccountValue("paid") == "yes" && state.Channel is VerificationChannel.Sms)));
        Assert.StartsWith(
            "Accounts have no attribute \"pait\" in the policy \"sms-for-the-paid\". Did you mean \"paid\"?",
            Assert.Throws<ArgumentException>(() => Judged(PolicyProperty.Always("P", state => state.AccountValue("pait") is null))).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("P: always (account.pait = yes)", 12, "Nothing is called \"account.pait\". Did you mean \"account.paid\"? Write one of: state, surface, screen, channel, sms, class, country, account.paid, pending,")]
    [InlineData("P: always (account.paid = maybe)", 27, "account.paid has no value \"maybe\" in this policy. Write one of: no, yes.")]
    [InlineData("P: always (account.paid)", 24, "Found \")\", expected \"=\", \"!=\" or in after account.paid.")]
    [InlineData("P: onEveryStep (account.paid = yes)", 17, "A step has two states. Write before.account.paid or after.account.paid.")]
    public void What_is_no_attribute_and_no_value_is_told_with_its_place(string text, int column, string message)
    {
        var wrong = Assert.Throws<PropertySyntaxException>(() => PropertyLanguage.Parse(text, TestPolicies.Load(Policy)));

        Assert.StartsWith(message, wrong.Message, StringComparison.Ordinal);
        Assert.Equal(column, wrong.Column);
    }

    /// <summary>Outside of one country no rule asks, so that the states there are those of paid accounts and of others alike.</summary>
    [Fact]
    public void An_attribute_that_no_state_knows_for_sure_is_told_and_never_merely_false()
    {
        var document = TestPolicies.Load(Policy).Document;
        var rule = document.Rules[0] with { When = document.Rules[0].When! with { Countries = Selection.Only(CountryCode.Parse("IL")) } };
        var policy = EnrolmentPolicy.Create(document with { Rules = [rule] });

        var wrong = Assert.Throws<PropertySyntaxException>(() => PropertyLanguage.Parse("P: always (account.paid = yes)", policy));

        Assert.Equal(
            "account.paid has no value \"yes\" in this policy. Write one of: none. No rule tells accounts by it in \"US and 244 more\". Write class = and the name of a class that has one value.",
            wrong.Message);
    }

    private static Verdict Judged(PolicyProperty property) =>
        new Explorer().Explore(TestPolicies.Load(Policy), new ExplorationOptions { Scale = new ExplorationScale { Numbers = 1 }, Properties = [], CustomProperties = [property] }).Properties.Single().Verdict;
}
