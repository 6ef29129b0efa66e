using System.Collections.Concurrent;
using System.Globalization;
using LoginVerification.Exploration.Tests.Naive;
using LoginVerification.Exploration.Tests.Oracles;
using LoginVerification.Exploration.Tests.RandomPolicies;
using LoginVerification.Exploration.Tests.Support;
using Xunit.Abstractions;

namespace LoginVerification.Exploration.Tests.Agreement;

/// <summary>
/// Four programs walk policies that nobody thought of, and find the same. RANDOM_POLICIES_SEED, the seed of the first, gives other ones; a
/// failing test names its own.
/// </summary>
public sealed class RandomPolicyTests(ITestOutputHelper output)
{
    private static readonly int FirstSeed = int.Parse(Environment.GetEnvironmentVariable("RANDOM_POLICIES_SEED") ?? "1000", CultureInfo.InvariantCulture);

    private static readonly ConcurrentDictionary<int, RandomPolicy> Known = [];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(FirstSeed, Full.IsAsked ? 200 : 12)];

    public static TheoryData<int> SeedsForSpin => Some(first: 0, every: 2);

    public static TheoryData<int> SeedsForRumur => Some(first: 1, every: 2);

    public static TheoryData<int> SeedsForNoTrap => Some(first: 0, every: 6);

    [Theory, MemberData(nameof(Seeds))]
    public void The_naive_explorer_comes_to_the_same(int seed)
    {
        var (policy, scale) = Drawn(seed);

        NaiveComparison.Hold(policy, scale, output);
    }

    [NeedsToolTheory("spin", "gcc"), MemberData(nameof(SeedsForSpin))]
    public async Task SPIN_counts_the_same(int seed)
    {
        var (policy, scale) = Drawn(seed);

        await Walkers.SpinAgreesAsync(policy, scale);
    }

    [NeedsToolTheory("rumur", "gcc"), MemberData(nameof(SeedsForRumur))]
    public async Task Rumur_counts_the_same(int seed)
    {
        var (policy, scale) = Drawn(seed);

        await Walkers.RumurAgreesAsync(policy, scale);
    }

    [NeedsToolTheory("rumur", "gcc"), MemberData(nameof(SeedsForNoTrap))]
    public async Task Rumur_judges_NoTrap_alike(int seed)
    {
        var (policy, scale) = Drawn(seed);

        await Walkers.RumurAgreesOnNoTrapAsync(policy, scale);
    }

    private static TheoryData<int> Some(int first, int every) =>
        Full.IsAsked ? Seeds : [.. Enumerable.Range(FirstSeed, 12).Where((_, index) => index % every == first)];

    private RandomPolicy Drawn(int seed)
    {
        var drawn = Known.GetOrAdd(seed, RandomPolicy.From);
        output.WriteLine($"seed {seed}, {drawn.Scale}");
        output.WriteLine(PolicyFile.Write(drawn.Policy.Document));
        return drawn;
    }
}
