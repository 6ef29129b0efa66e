using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Oracles;

/// <summary>Rumur walks the Murphi model by itself, finds what the explorer found, and judges NoTrap alike, and who keeps trying.</summary>
public class RumurTests
{
    [NeedsToolTheory("rumur", "gcc")]
    [MemberData(nameof(Policies.Shipped), MemberType = typeof(Policies))]
    [InlineData("sms-where-listed-app-everywhere")]
    [InlineData("sms-where-the-app-fails")]
    [InlineData("pages-by-channel-and-device")]
    [InlineData("sms-for-the-paid")]
    [InlineData("sms-lost-in-india")]
    [InlineData("removed-phone-cools-down")]
    public async Task Counts_the_states_and_edges_of_the_explorer(string name)
    {
        var policy = TestPolicies.Load(name);

        Assert.Equal(Expected(policy), await Rumur.CountAsync(Export.Text(policy, ExportFormat.Murphi)));
    }

    [NeedsToolFact("rumur", "gcc")]
    public async Task Counts_alike_under_another_scale_and_odd_names() =>
        Assert.Equal(Expected(OddPolicy.Policy, OddPolicy.Scale), await Rumur.CountAsync(Export.Text(OddPolicy.Policy, ExportFormat.Murphi, OddPolicy.Scale)));

    [NeedsToolTheory("rumur", "gcc")]
    [InlineData("screen == at_mobileWeb_pending && state_is_PhonePending() && sms_delivered() ==>", "screen == at_mobileWeb_pending && state_is_PhonePending() ==>")]
    [InlineData("return rule_web_countries() && rule_web_carriers();\nend;\nfunction gate_web_ConfirmCode()", "return rule_web_countries();\nend;\nfunction gate_web_ConfirmCode()")]
    public async Task Counts_otherwise_once_a_guard_is_broken(string guard, string broken)
    {
        var model = Export.Text(ShippedPolicies.Twitter2014, ExportFormat.Murphi);

        Assert.NotEqual(Expected(ShippedPolicies.Twitter2014), await Rumur.CountAsync(Export.Broken(model, guard, broken)));
    }

    [NeedsToolTheory("rumur", "gcc")]
    [MemberData(nameof(Policies.Shipped), MemberType = typeof(Policies))]
    public async Task Proves_NoTrap_where_the_explorer_does(string name) => await AgreesOnNoTrapAsync(ShippedPolicies.Load(name), Verdict.Proved);

    [NeedsToolFact("rumur", "gcc")]
    public async Task Reports_the_trap_that_the_explorer_finds() => await AgreesOnNoTrapAsync(Policies.WithTrap, Verdict.Violated);

    private static async Task AgreesOnNoTrapAsync(EnrolmentPolicy policy, Verdict expected)
    {
        // From everywhere, what keeps trying gets there if and only if some way always leads there.
        var trying = PolicyProperty.LeadsTo("Trying", state => state.Class.IsServed, state => state.State is EnrolmentState.VerificationEnabled, Reliance.HiddenLinks | Reliance.Staff);
        var told = new Explorer().Explore(policy, new ExplorationOptions { CustomProperties = [trying] }).Properties;
        Assert.Equal((expected, expected), (told.Single(property => property.Name == "NoTrap").Verdict, told[^1].Verdict));
        Assert.Equal(expected is Verdict.Proved, await Rumur.ProvesNoTrapAsync(Export.Text(policy, ExportFormat.Murphi)));
    }

    private static Counts Expected(EnrolmentPolicy policy, ExplorationScale? scale = null)
    {
        var graph = Export.GraphOf(policy, scale);
        return new Counts(graph.Count, graph.Edges);
    }
}
