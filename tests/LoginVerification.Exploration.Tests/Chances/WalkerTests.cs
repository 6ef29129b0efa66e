using Xunit.Abstractions;

namespace LoginVerification.Exploration.Tests.Chances;

/// <summary>Ten thousand users of the real service fare as the chain says: within the 99.9 % confidence interval.</summary>
public class WalkerTests(ITestOutputHelper output)
{
    private const int Users = 10_000;

    /// <summary>Of a normal distribution 99.9 % lie within so many standard deviations.</summary>
    private const double Deviations = 3.2905;

    private static readonly EnrolmentBehaviour Careless = new() { SmsLoss = 0.3, Mistype = 0.6, GiveUp = 0.005, GiveUpAtRefusal = 0.02, MostSms = 4 };

    [Theory]
    [InlineData("twitter-2014", "web", "IL", false, 1)]
    [InlineData("twitter-2014", "mobileWeb", "IL", true, 2)]
    [InlineData("twitter-2014", "web", "US", true, 3)]
    [InlineData("consistent", "android", "US", false, 4)]
    [InlineData("consistent", "web", "IL", true, 5)]
    public void Walkers_of_the_real_service_fare_as_the_chain_says(string name, string from, string letters, bool careless, int seed) =>
        Compare(ShippedPolicies.Load(name), careless ? Careless : EnrolmentBehaviour.Default, from, letters, seed);

    [Fact]
    public void They_do_where_pages_show_ways_out_and_users_have_a_device() =>
        Compare(SmallPolicies.ThreeSurfaces(showsWaysOut: true), Careless with { HasDevice = true }, "web", "IL", 6);

    private void Compare(EnrolmentPolicy policy, EnrolmentBehaviour behaviour, string from, string letters, int seed)
    {
        var (surface, country) = (Surface.Parse(from), CountryCode.Parse(letters));
        var expected = EnrolmentChances.Of(policy, behaviour).Find(surface, country);
        // A walker does not know when to call itself stuck.
        Assert.Equal(0, expected.Stuck);
        using var walker = new ScreenWalker(policy, behaviour, SampleNumbers.Of(country, null, CountryPlans.MobileIn(country)!.Value)[0], new Random(seed));
        var fates = Enumerable.Range(0, Users).Select(_ => walker.Walk(surface)).ToList();

        output.WriteLine($"seed {seed}");
        Inside("enrolled", expected.Enrolled, [.. fates.Select(fate => fate.IsEnrolled ? 1.0 : 0)]);
        Inside("SMS", expected.Sms, [.. fates.Select(fate => (double)fate.Sms)]);
        Inside("steps", expected.Steps, [.. fates.Select(fate => (double)fate.Steps)]);
    }

    private void Inside(string what, double expected, IReadOnlyList<double> seen)
    {
        var mean = seen.Average();
        var reach = Deviations * Math.Sqrt(seen.Sum(one => (one - mean) * (one - mean)) / (seen.Count - 1) / seen.Count);
        output.WriteLine($"{what}: {mean:F4} of {Users} walkers, {expected:F4} by the chain, {reach:F4} apart at most");
        Assert.InRange(expected, mean - reach, mean + reach);
    }
}
