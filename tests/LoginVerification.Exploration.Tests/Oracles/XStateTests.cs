using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Oracles;

/// <summary>XState itself walks the machine, and finds what the explorer found.</summary>
public class XStateTests
{
    private const string Package = "xstate";

    private static readonly NodeScript Script = new("xstate.mjs");

    /// <summary>The other interpreter takes the others, for the chart is one.</summary>
    public static TheoryData<string> Walked => Full.IsAsked ? Policies.Shipped : ["consistent"];

    [NeedsNodeTheory(Package)]
    [MemberData(nameof(Walked))]
    public async Task Walks_the_states_and_edges_of_the_explorer(string name)
    {
        var policy = TestPolicies.Load(name);

        var found = await Script.WalkAsync(Export.Text(policy, ExportFormat.XState, Policies.ChartedScale));

        Assert.Equal(WalkFindings.Of(Export.GraphOf(policy, Policies.ChartedScale)).Lines(), found.Lines());
    }

    [NeedsNodeFact(Package)]
    public async Task Takes_any_name_and_shows_labels_as_they_are()
    {
        var found = await Script.WalkAsync(Export.Text(HostilePolicy.Policy, ExportFormat.XState, Policies.ChartedScale));

        Assert.Equal(HostilePolicy.Explored.Lines(HostilePolicy.Whole), found.Lines());
    }

    [NeedsNodeFact(Package)]
    public async Task Counts_otherwise_once_a_guard_is_broken()
    {
        var broken = Export.Broken(
            Export.Text(HostilePolicy.Policy, ExportFormat.XState, Policies.ChartedScale),
            "\"function accepts_SubmitPhone() {\",",
            "\"function accepts_SubmitPhone() { return false;\",");

        Assert.NotEqual(HostilePolicy.Explored.Counts, (await Script.WalkAsync(broken)).Counts);
    }
}
