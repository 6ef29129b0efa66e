using LoginVerification.Exploration.Tests.Oracles;

namespace LoginVerification.Exploration.Tests.SignIns;

/// <summary>SPIN and Rumur walk models that were written by hand from the design, find what the explorer found, and judge its properties alike.</summary>
public class HandWrittenModelTests
{
    private const string Wait = "rule \"the wait is over\" waits ==>";
    private const string StaffDisable = "rule \"disable by staff\" staff_act() &";

    /// <summary>Those under which no protection ends unasked: a search stops where an assertion fails.</summary>
    public static TheoryData<string> Safe => ["default", "larger", "new code on resend"];

    [NeedsToolTheory("spin", "gcc")]
    [MemberData(nameof(Safe))]
    public async Task Spin_counts_the_states_and_edges_of_the_explorer_and_meets_no_bypass(string scale)
    {
        var (limits, rules) = SignInScales.Of(scale);
        var graph = SignInScales.GraphOf(limits);

        // SPIN takes one step more, into the loop.
        Assert.Equal(new Counts(graph.Shapes.Count, graph.Edges.Count + 1), await Spin.CountAsync(HandWrittenModels.Promela(rules)));
        Assert.Equal(Verdict.Proved, VerdictOf(new NoBypass(), graph));
    }

    [NeedsToolTheory("rumur", "gcc")]
    [MemberData(nameof(Safe))]
    public async Task Rumur_counts_the_states_and_edges_of_the_explorer_and_meets_no_bypass(string scale)
    {
        var (limits, rules) = SignInScales.Of(scale);
        var graph = SignInScales.GraphOf(limits);

        Assert.Equal(new Counts(graph.Shapes.Count, graph.Edges.Count), await Rumur.CountAsync(HandWrittenModels.Murphi(rules)));
    }

    [NeedsToolFact("spin", "rumur", "gcc")]
    public async Task Both_meet_the_bypass_of_the_policy_of_2014()
    {
        var (limits, rules) = SignInScales.Of("twitter-2014");

        Assert.Equal(Verdict.Violated, VerdictOf(new NoBypass(), SignInScales.GraphOf(limits)));
        Assert.Contains("assertion violated", (await Spin.RunAsync(HandWrittenModels.Promela(rules))).Output, StringComparison.Ordinal);
        Assert.Contains("protection is ended by the owner or by staff", (await Rumur.RunAsync(HandWrittenModels.Murphi(rules))).Output, StringComparison.Ordinal);
    }

    /// <summary>Without the assertion, which the policy of 2014 fails, the states are the same as well.</summary>
    [NeedsToolFact("spin", "rumur", "gcc")]
    public async Task Both_count_the_states_of_the_policy_of_2014()
    {
        var (limits, rules) = SignInScales.Of("twitter-2014");
        var graph = SignInScales.GraphOf(limits);

        Assert.Equal(new Counts(graph.Shapes.Count, graph.Edges.Count + 1), await Spin.CountAsync(Export.Broken(HandWrittenModels.Promela(rules), "assert(by != network); ", "")));
        Assert.Equal(
            new Counts(graph.Shapes.Count, graph.Edges.Count),
            await Rumur.CountAsync(Export.Broken(HandWrittenModels.Murphi(rules), "assert \"protection is ended by the owner or by staff\" who != network;", "")));
    }

    [NeedsToolTheory("rumur", "gcc")]
    [InlineData("default", 1, null, null)]
    [InlineData("default", 2, null, null)]
    [InlineData("larger", 1, null, null)]
    [InlineData("larger", 2, null, null)]
    [InlineData("default", 1, Wait, "rule \"the wait is over\" false ==>")]
    [InlineData("default", 2, StaffDisable, "rule \"disable by staff\" false &")]
    public async Task Rumur_judges_who_still_comes_in_as_the_explorer_does(string scale, int calm, string? rule, string? broken)
    {
        var (limits, rules) = SignInScales.Of(scale);
        SignInProperty property = calm == 1 ? new SignInReachable() : new NoSignInLockout();
        var model = HandWrittenModels.Murphi(rules, calm);

        var output = (await Rumur.RunAsync(rule is null ? model : Export.Broken(model, rule, broken!))).Output;

        Assert.Contains(rule is null ? "No error found" : $"liveness property \"{property.Name}\" violated", output, StringComparison.Ordinal);
        Assert.Equal(Verdict.Proved, VerdictOf(property, SignInScales.GraphOf(limits)));
    }

    [NeedsToolTheory("spin", "gcc")]
    [InlineData("is_asked(app) && phase == said_yes -> succeed()", "is_asked(app) -> succeed()")]
    [InlineData("is_prompted && phase == open && !locked -> fail(NUMBER_TRIES)", "is_prompted && phase == open && !locked -> phase = said_yes")]
    public async Task Spin_meets_a_bypass_once_a_guard_is_broken(string guard, string broken)
    {
        var model = Export.Broken(HandWrittenModels.Promela(new NaiveSignInRules()), guard, broken);

        Assert.Contains("assertion violated", (await Spin.RunAsync(model)).Output, StringComparison.Ordinal);
    }

    private static Verdict VerdictOf(SignInProperty property, SignInGraph graph) => property.Look(graph).Verdict;
}
