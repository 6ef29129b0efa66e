using LoginVerification.Exploration.Tests.Naive;
using LoginVerification.Exploration.Tests.Oracles;
using LoginVerification.Exploration.Tests.Support;
using Xunit.Abstractions;

namespace LoginVerification.Exploration.Tests.Agreement;

/// <summary>Four programs walk each shipped policy and each study, and find the same: in turn at one small scale, and where all is asked for each at three.</summary>
public sealed class KnownPolicyTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<ExplorationScale> Scales =
    [
        new() { Numbers = 1, SendsPerNumber = 1, SendsPerAccount = 1, FinalFailures = 1 },
        new() { Numbers = 1 },
        new() { Numbers = 1, WrongTries = 2, FinalFailures = 3, SendsPerNumber = 3, SendsPerAccount = 3 },
    ];

    public static TheoryData<string, int> TriedWithNaive => Tried(first: 2);

    public static TheoryData<string, int> TriedWithSpin => Tried(first: 0);

    public static TheoryData<string, int> TriedWithRumur => Tried(first: 1);

    [Theory, MemberData(nameof(TriedWithNaive))]
    public void The_naive_explorer_comes_to_the_same(string name, int scale) => NaiveComparison.Hold(TestPolicies.Load(name), Scales[scale], output);

    [NeedsToolTheory("spin", "gcc"), MemberData(nameof(TriedWithSpin))]
    public Task SPIN_counts_the_same(string name, int scale) => Walkers.SpinAgreesAsync(TestPolicies.Load(name), Scales[scale]);

    [NeedsToolTheory("rumur", "gcc"), MemberData(nameof(TriedWithRumur))]
    public Task Rumur_counts_the_same(string name, int scale) => Walkers.RumurAgreesAsync(TestPolicies.Load(name), Scales[scale]);

    private static TheoryData<string, int> Tried(int first)
    {
        List<string> names = [.. ShippedPolicies.Names, .. PolicyStudies.Names];
        var tried = new TheoryData<string, int>();
        for (var policy = Full.IsAsked ? 0 : first; policy < names.Count; policy += Full.Or(3))
        {
            for (var scale = 0; scale < (Full.IsAsked ? Scales.Count : 1); scale++)
                tried.Add(names[policy], scale);
        }

        return tried;
    }
}
