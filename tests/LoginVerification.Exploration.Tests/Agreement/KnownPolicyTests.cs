using LoginVerification.Exploration.Tests.Naive;
using LoginVerification.Exploration.Tests.Oracles;
using LoginVerification.Exploration.Tests.Support;
using Xunit.Abstractions;

namespace LoginVerification.Exploration.Tests.Agreement;

/// <summary>Four programs walk each shipped policy and each study, and find the same: at one small scale, and where all is asked for at three.</summary>
public sealed class KnownPolicyTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<ExplorationScale> Scales =
    [
        new() { Numbers = 1, SendsPerNumber = 1, SendsPerAccount = 1, FinalFailures = 1 },
        new() { Numbers = 1 },
        new() { Numbers = 1, WrongTries = 2, FinalFailures = 3, SendsPerNumber = 3, SendsPerAccount = 3 },
    ];

    public static TheoryData<string, int> Tried
    {
        get
        {
            var tried = new TheoryData<string, int>();
            foreach (var name in ShippedPolicies.Names.Concat(PolicyStudies.Names))
            {
                for (var scale = 0; scale < (Full.IsAsked ? Scales.Count : 1); scale++)
                    tried.Add(name, scale);
            }

            return tried;
        }
    }

    [Theory, MemberData(nameof(Tried))]
    public void The_naive_explorer_comes_to_the_same(string name, int scale) => NaiveComparison.Hold(TestPolicies.Load(name), Scales[scale], output);

    [NeedsToolTheory("spin", "gcc"), MemberData(nameof(Tried))]
    public Task SPIN_counts_the_same(string name, int scale) => Walkers.SpinAgreesAsync(TestPolicies.Load(name), Scales[scale]);

    [NeedsToolTheory("rumur", "gcc"), MemberData(nameof(Tried))]
    public Task Rumur_counts_the_same(string name, int scale) => Walkers.RumurAgreesAsync(TestPolicies.Load(name), Scales[scale]);
}
