using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Oracles;

/// <summary>SPIN walks the Promela model by itself, and finds what the explorer found.</summary>
public class SpinTests
{
    [NeedsToolTheory("spin", "gcc")]
    [MemberData(nameof(Policies.Shipped), MemberType = typeof(Policies))]
    [InlineData("sms-lost-in-india")]
    [InlineData("removed-phone-cools-down")]
    public async Task Counts_the_states_and_edges_of_the_explorer(string name)
    {
        var policy = TestPolicies.Load(name);

        Assert.Equal(Expected(policy), await Spin.CountAsync(Export.Text(policy, ExportFormat.Promela)));
    }

    [NeedsToolFact("spin", "gcc")]
    public async Task Counts_alike_under_another_scale_and_odd_names() =>
        Assert.Equal(Expected(OddPolicy.Policy, OddPolicy.Scale), await Spin.CountAsync(Export.Text(OddPolicy.Policy, ExportFormat.Promela, OddPolicy.Scale)));

    /// <summary>With two numbers it takes SPIN minutes to make a checker of it.</summary>
    [NeedsToolFact("spin")]
    public async Task Takes_a_model_of_a_larger_scale() => await Spin.TakesAsync(Export.Text(
        ShippedPolicies.Consistent,
        ExportFormat.Promela,
        new ExplorationScale { Numbers = Full.IsAsked ? 2 : 1, SendsPerNumber = 3, SendsPerAccount = 4 }));

    [NeedsToolTheory("spin", "gcc")]
    [InlineData("#define gate_web_ConfirmCode() (rule_web_countries() && rule_web_carriers())", "#define gate_web_ConfirmCode() (true)")]
    [InlineData("#define accepts_CancelPending() (pending == pending_first)", "#define accepts_CancelPending() (pending == pending_first && !locked)")]
    [InlineData(":: d_step { screen != at_ios_settings ->", ":: d_step { screen == at_android_settings ->")]
    public async Task Counts_otherwise_once_a_guard_is_broken(string guard, string broken)
    {
        var model = Export.Text(ShippedPolicies.Twitter2014, ExportFormat.Promela);

        Assert.NotEqual(Expected(ShippedPolicies.Twitter2014), await Spin.CountAsync(Export.Broken(model, guard, broken)));
    }

    /// <summary>SPIN counts the state before a start is chosen, each choice, and the end of choosing.</summary>
    private static Counts Expected(EnrolmentPolicy policy, ExplorationScale? scale = null)
    {
        var graph = Export.GraphOf(policy, scale);
        return new Counts(graph.Count + 1, graph.Edges + graph.Model.Starts().Count() + 1);
    }
}
