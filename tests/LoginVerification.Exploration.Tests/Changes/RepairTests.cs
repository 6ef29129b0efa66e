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
        Assert.All(answer.Repairs.Where(repair => Full.IsAsked || repair.States < 100_000).Take(MostJudged), repair => AssertMends(repair, before, property));
        Assert.Equal(answer.Repairs.OrderBy(repair => (repair.Edits.Count, repair.ChangedCells)).Select(repair => repair.Changes), answer.Repairs.Select(repair => repair.Changes));
        Assert.All(answer.Repairs, repair => Assert.Equal(PolicyFile.Write(repair.Policy.Document), PolicyEditTests.Patched(PolicyFile.Write(policy.Document), policy.Document, repair.Policy.Document)));
    }

    [Fact]
    public void One_repair_mends_all_of_2014_and_reads_as_a_change_log()
    {
        var policy = ShippedPolicies.Twitter2014;
        var before = VerdictsOf(policy);

        var (repair, left, _) = PolicyRepairs.OfAll(policy, explorer: Shared);

        Assert.Empty(left);
        var after = VerdictsOf(repair!.Policy);
        Assert.DoesNotContain(Verdict.Violated, after.Values);
        Assert.Equal(before.Where(told => told.Value is Verdict.Violated).Select(told => told.Key), repair.AlsoMended);
        var difference = PolicyDifferences.Between(policy, repair.Policy, explorer: Shared);
        Assert.Empty(difference.Lost);
        Assert.Empty(difference.Longer);
        Assert.Empty(difference.Stranded);
        Assert.Equal(9, difference.Verdicts.Count(change => change.Left is Verdict.Violated));
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
        Assert.Equal((null, 0), PolicyRepairs.OfAll(ShippedPolicies.Consistent, explorer: Shared) is var (repair, left, open) ? (repair, left.Count + open.Count) : default);
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

    private static void AssertMends(PolicyRepair repair, Dictionary<string, Verdict> before, string property)
    {
        var after = VerdictsOf(repair.Policy);
        var isWithoutRules = repair.Policy.Document.Rules.Count == 0;
        Assert.True(Holds(property), $"{string.Join(" + ", repair.Changes)}: {after[property]}");
        Assert.All(before.Where(told => told.Value is Verdict.Proved), told => Assert.True(Holds(told.Key), $"{string.Join(" + ", repair.Changes)} breaks {told.Key}"));
        Assert.All(before.Where(told => told.Value is Verdict.Vacuous), told => Assert.NotEqual(Verdict.Violated, after[told.Key]));

        // Without rules nothing is refused, so that there is nothing to say of them.
        bool Holds(string name) => after[name] is Verdict.Proved || (isWithoutRules && name is "AcceptanceAgrees" or "EveryRuleFires" && after[name] is Verdict.Vacuous);
    }

    private static Dictionary<string, Verdict> VerdictsOf(EnrolmentPolicy policy) =>
        Independent.Explore(policy).Properties.ToDictionary(told => told.Name, told => told.Verdict);

    private sealed class Stopping(CancellationTokenSource stop) : IProgress<int>
    {
        public void Report(int value) => stop.Cancel();
    }
}
