using LoginVerification.Exploration.Tests.Naive;
using LoginVerification.Exploration.Tests.Support;
using Xunit.Abstractions;

namespace LoginVerification.Exploration.Tests.Changes;

/// <summary>Each repair is explored anew, by an explorer that saw nothing of the search.</summary>
public class RepairTests(ITestOutputHelper output)
{
    /// <summary>It looks for repairs.</summary>
    private static readonly Explorer Shared = new();

    /// <summary>It judges them, and saw nothing of the search.</summary>
    private static readonly Explorer Independent = new();

    /// <summary>The best ones, or all if all is asked for.</summary>
    private static readonly int MostJudged = Full.IsAsked ? int.MaxValue : 3;

    public static TheoryData<string, string> Violated()
    {
        var data = new TheoryData<string, string>();
        foreach (var name in ShippedPolicies.Names)
        {
            foreach (var told in Shared.Explore(ShippedPolicies.Load(name)).Properties.Where(told => told.Verdict is Verdict.Violated))
                data.Add(name, told.Name);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Violated))]
    public void Every_violation_of_a_shipped_policy_can_be_mended_and_nothing_else_falls(string name, string property)
    {
        var policy = ShippedPolicies.Load(name);
        var before = VerdictsOf(policy);

        var answer = PolicyRepairs.Of(policy, PolicyProperties.All.Single(known => known.Name == property), explorer: Shared);

        output.WriteLine(string.Join("\n", answer.Repairs.Select(repair => $"{repair.Edits.Count} edits, {repair.ChangedCells} cells: {string.Join(" + ", repair.Changes)}")));
        Assert.Equal(Verdict.Violated, answer.Before);
        Assert.NotEmpty(answer.Repairs);
        Assert.All(answer.Repairs.Where(repair => Full.IsAsked || repair.States < 100_000).Take(MostJudged), repair => AssertRepairs(repair, before, property));
        Assert.Equal(answer.Repairs.OrderBy(repair => (repair.Edits.Count, repair.ChangedCells)).Select(repair => repair.Changes), answer.Repairs.Select(repair => repair.Changes));
        Assert.All(answer.Repairs, repair => Assert.Equal(PolicyFile.Write(repair.Policy.Document), PolicyEditTests.Patched(PolicyFile.Write(policy.Document), policy.Document, repair.Policy.Document)));
    }

    [Fact]
    public void One_repair_mends_all_of_2014_and_reads_as_a_change_log()
    {
        var policy = ShippedPolicies.Twitter2014;
        var before = VerdictsOf(policy);

        var answer = PolicyRepairs.OfAll(policy, explorer: Shared);

        Assert.Empty(answer.Left);
        Assert.True(answer.IsComplete);
        var repair = answer.Repair!;
        var after = VerdictsOf(repair.Policy);
        Assert.DoesNotContain(after.Values, told => told.Verdict is Verdict.Violated);
        Assert.Equal(before.Values.Where(told => told.Verdict is Verdict.Violated).Select(told => told.Name), repair.Repaired);
        Assert.Equal(repair.Repaired, answer.Violated);
        var difference = PolicyDifferences.Between(policy, repair.Policy, explorer: Shared);
        Assert.Empty(difference.Lost);
        Assert.Empty(difference.Longer);
        Assert.Empty(difference.Stranded!);
        Assert.Equal(repair.Repaired, difference.Verdicts.Where(change => change.Effect is PropertyEffect.Repaired).Select(change => change.Property));
    }

    /// <summary>That a number is sent one code would leave nothing to say of earlier ones, and is a repair of less.</summary>
    [Fact]
    public void What_says_nothing_any_more_is_not_repaired()
    {
        var answer = PolicyRepairs.OfAll(TestPolicies.Load("guessed-without-end"), new VariantOptions { Scale = new ExplorationScale { Numbers = 1 } }, Shared);

        Assert.Empty(answer.Left);
        Assert.Equal(["TriesBounded", "SendsBounded", "GuessesAreBounded", "CodeBoundToNumber"], answer.Violated);
        Assert.Equal(answer.Violated, answer.Repair!.Repaired);
        Assert.All(answer.Violated, name => Assert.Equal(Verdict.Proved, VerdictsOf(answer.Repair.Policy)[name].Verdict));
    }

    /// <summary>Nothing bounds the guesses: they have to end, codes need more digits, and the newest alone may be right. Whichever comes first, less is left, so that the search goes on from it.</summary>
    [Theory]
    [InlineData("6 digits", "the final lock at 100 failures", "the newest code alone")]
    [InlineData("the newest code alone", "6 digits", "the final lock at 100 failures")]
    [InlineData("the final lock at 100 failures", "the newest code alone", "6 digits")]
    public void Each_way_back_inside_the_bounds_is_tried_first_and_leaves_less(params string[] changes)
    {
        var policy = TestPolicies.Load("guessed-without-end").Document;
        string[] back = ["6 digits", "a code lives 10 min", "5 wrong codes", "the newest code alone", "5 sends a number", "20 sends an account", "a lock after each 5 failures", "the final lock at 100 failures"];

        var guessing = Enumerable.Range(0, changes.Length + 1).Select(made => Guessing.Under(EnrolmentLimits.Of(ChangedBy.Of(policy, changes.Take(made))))).ToList();

        Assert.Equal(back, SingleChanges.Of(policy).Where(change => change.Kind is PolicyChangeKind.Limit).Select(change => change.Description).Take(back.Length));
        Assert.Equal([false, false, false, true], guessing.Select(made => made.IsBounded));
        Assert.All(guessing.Zip(guessing.Skip(1)), step => Assert.True(step.Second.Odds.CompareTo(step.First.Odds) < 0, $"{step.First} then {step.Second}"));
    }

    /// <summary>Those that the naive explorer judges, and whose repair leaves few states.</summary>
    [Theory]
    [InlineData("NoTrapVisible")]
    [InlineData("NoSilentDisable")]
    public void A_naive_explorer_finds_it_mended(string property)
    {
        var policy = ShippedPolicies.Twitter2014;
        var repair = PolicyRepairs.Of(policy, PolicyProperties.All.Single(known => known.Name == property), explorer: Shared).Repairs[0];
        var document = repair.Policy.Document;
        using var naive = new NaiveExplorer(
            document with
            {
                Code = document.Code with { WrongTries = 1 },
                Lock = document.Lock with { EveryFailures = 1, FinalFailures = 2 },
                Sending = document.Sending with { PerNumber = 2, PerAccount = 2 },
            },
            numbers: 1);

        naive.Explore();

        Assert.Equal(repair.States, naive.States);
        Assert.Equal("Proved", property == "NoTrapVisible" ? naive.NoTrapVisible() : naive.NoSilentDisable());
        Assert.Equal(("Proved", "Proved", "Proved"), (naive.NoTrap(), naive.EnabledReachable(), naive.EveryScreenReachable()));
    }

    [Fact]
    public void What_is_not_violated_needs_no_repair()
    {
        var answer = PolicyRepairs.Of(ShippedPolicies.Twitter2014, PolicyProperties.All.Single(known => known.Name == "NoTrap"), explorer: Shared);

        Assert.Equal((Verdict.Proved, 0, 0), (answer.Before, answer.Repairs.Count, answer.Tried));
        var whole = PolicyRepairs.OfAll(ShippedPolicies.Consistent, explorer: Shared);
        Assert.Equal((null, 0), (whole.Repair, whole.Violated.Count + whole.Left.Count + whole.Open.Count));
    }

    [Fact]
    public void A_property_of_ones_own_and_a_scale_that_contradicts_itself_are_the_programmers_mistakes()
    {
        var own = PolicyProperty.Always("Own", _ => true);
        Assert.Throws<ArgumentException>(() => PolicyRepairs.Of(ShippedPolicies.Consistent, own));
        Assert.Throws<ArgumentException>(() => PolicyRepairs.OfAll(ShippedPolicies.Consistent, new VariantOptions { Scale = new ExplorationScale { SendsPerNumber = 3 } }));
    }

    [Fact]
    public void Who_stops_it_is_told_so()
    {
        using var stop = new CancellationTokenSource();
        var options = new VariantOptions { Progress = new Stopping(stop) };

        Assert.ThrowsAny<OperationCanceledException>(() => PolicyRepairs.OfAll(ShippedPolicies.Twitter2014, options, Shared, stop.Token));
    }

    private static void AssertRepairs(PolicyRepair repair, Dictionary<string, PropertyVerdict> before, string property)
    {
        var after = VerdictsOf(repair.Policy);
        var isWithoutRules = repair.Policy.Document.Rules.Count == 0;
        var words = string.Join(" + ", repair.Changes);
        Assert.True(Holds(property), $"{words}: {after[property]}");
        Assert.All(before.Values.Where(told => told.Verdict is Verdict.Proved), told => Assert.True(Holds(told.Name), $"{words} breaks {told.Name}"));
        Assert.All(before.Values.Where(told => told.Verdict is Verdict.Vacuous), told => Assert.NotEqual(Verdict.Violated, after[told.Name].Verdict));
        Assert.Equal(before.Values.Where(told => told.Verdict is Verdict.Violated && Holds(told.Name)).Select(told => told.Name), repair.Repaired);
        // Told by countries and not by classes, which another policy cuts otherwise.
        Assert.All(before.Values.Where(told => told.Verdict is Verdict.Violated && told.Kind is not PropertyKind.Lifecycle), told => Assert.Empty(Cells(after[told.Name]).Except(Cells(told))));

        // Without rules nothing is refused, so that there is nothing to say of them.
        bool Holds(string name) => after[name].Verdict is Verdict.Proved || (isWithoutRules && name is "AcceptanceAgrees" or "EveryRuleFires" && after[name].Verdict is Verdict.Vacuous);
    }

    private static IEnumerable<string> Cells(PropertyVerdict told) =>
        told.Violations.SelectMany(violation => violation.Class?.Members.Select(member => $"{member.Country} on {violation.Surface}") ?? [])
            .Concat(told.Violations.Select(violation => $"{violation.Refusal}"));

    private static Dictionary<string, PropertyVerdict> VerdictsOf(EnrolmentPolicy policy) => Independent.Explore(policy).Properties.ToDictionary(told => told.Name);

    private sealed class Stopping(CancellationTokenSource stop) : IProgress<int>
    {
        public void Report(int value) => stop.Cancel();
    }
}
