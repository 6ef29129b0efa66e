using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Oracles;

/// <summary>A grammar of TLA+ that others wrote reads the module, a small evaluator walks what it read, and finds what the explorer found.</summary>
public class TlaTests
{
    private const string Package = "@tlaplus/tree-sitter-tlaplus";

    private static readonly NodeScript Script = new("tla.mjs");

    public static TheoryData<string> Walked => Full.IsAsked ? Policies.Shipped : ["consistent"];

    [NeedsNodeTheory(Package)]
    [MemberData(nameof(Walked))]
    public async Task Walks_the_states_and_edges_of_the_explorer_and_proves_the_invariants(string name) => await AgreesAsync(TestPolicies.Load(name), Verdict.Proved);

    [NeedsNodeFact(Package)]
    public async Task Misses_the_goal_in_a_trap() => await AgreesAsync(Policies.WithTrap, Verdict.Violated);

    /// <summary>The explorer calls them violated: what is not counted never exceeds a bound, so that here they would hold and say nothing.</summary>
    [NeedsNodeFact(Package)]
    public async Task Leaves_out_what_speaks_of_a_bound_that_there_is_not()
    {
        var policy = TestPolicies.Load("guessed-without-end");
        var module = Export.Text(policy, ExportFormat.Tla, Policies.ChartedScale).Split('\n');

        Assert.Contains(@"\*   INVARIANTS TypeOK EnabledImpliesVerifiedPhone EnabledIffChannel", module);
        Assert.DoesNotContain(module, line => line.StartsWith("TriesBounded ==", StringComparison.Ordinal) || line.StartsWith("SendsBounded ==", StringComparison.Ordinal));
        Assert.Contains(module, line => line.StartsWith(@"\* TriesBounded is left out", StringComparison.Ordinal));
        Assert.Contains(module, line => line.StartsWith(@"\* SendsBounded is left out", StringComparison.Ordinal));
        await AgreesAsync(policy, Verdict.Proved);
    }

    [NeedsNodeFact(Package)]
    public async Task Takes_any_name() => await AgreesAsync(HostilePolicy.Policy, Verdict.Violated);

    [NeedsNodeTheory(Package)]
    [InlineData("accepts_SubmitPhone ==\n  ", "accepts_SubmitPhone ==\n  FALSE /\\ ", "")]
    [InlineData("  /\\ channel = channel_none\n", "  /\\ channel = channel_Sms\n", "EnabledImpliesVerifiedPhone EnabledIffChannel")]
    [InlineData("  /\\ wrong_tries = 0\n", "  /\\ wrong_tries = 2\n", "TypeOK TriesBounded")]
    [InlineData("  /\\ second_sends = 0\n", "  /\\ second_sends = 2\n", "TypeOK SendsBounded")]
    public async Task Finds_otherwise_once_the_module_is_broken(string from, string to, string violated)
    {
        var module = Export.Text(HostilePolicy.Policy, ExportFormat.Tla, Policies.ChartedScale);

        var found = await Script.WalkAsync(Export.Broken(module, from, to));

        Assert.NotEqual((HostilePolicy.Explored.Counts, ""), (found.Counts, violated));
        Assert.Equal(violated, string.Join(' ', found.Violated));
    }

    [NeedsNodeFact(Package)]
    public async Task The_grammar_refuses_what_is_no_module() => Assert.NotEqual(0, (await Script.RunAsync(
        Export.Broken(Export.Text(HostilePolicy.Policy, ExportFormat.Tla, Policies.ChartedScale), "Next == Misfortune", "Next == = Misfortune"))).ExitCode);

    private static async Task AgreesAsync(EnrolmentPolicy policy, Verdict noTrap)
    {
        var found = await Script.WalkAsync(Export.Text(policy, ExportFormat.Tla, Policies.ChartedScale));

        var explored = new Explorer().Explore(policy, new ExplorationOptions { Scale = Policies.ChartedScale, Properties = [PolicyProperties.All.Single(property => property.Name == "NoTrap")] });
        Assert.Equal(noTrap, explored.Properties.Single().Verdict);
        Assert.Equal((new Counts(explored.States, explored.Edges), noTrap is Verdict.Proved), (found.Counts, found.KeepsTrying));
        Assert.Empty(found.Violated);
    }
}
