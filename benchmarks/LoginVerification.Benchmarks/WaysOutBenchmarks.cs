using BenchmarkDotNet.Attributes;

namespace LoginVerification.Benchmarks;

/// <summary>One question after a way out: the first time, when screens, links and surfaces are searched, and when it is remembered.</summary>
public class WaysOutBenchmarks
{
    private readonly SubmitPhone command = new("+972502345678");
    private EnrolmentPolicy policy = ShippedPolicies.Consistent;
    private Wayfinder asked = new(ShippedPolicies.Consistent);
    private Facts facts = Prepared.FactsOn(Surface.Parse("web"), Prepared.Israeli);

    [ParamsSource(nameof(Names))]
    public string Name { get; set; } = "";

    public static IEnumerable<string> Names => [ShippedPolicies.Names[0], ShippedPolicies.Names[1]];

    [GlobalSetup]
    public void Prepare()
    {
        policy = ShippedPolicies.Load(Name);
        facts = Prepared.FactsOn(Surface.Parse("web"), Prepared.Israeli);
        asked = new Wayfinder(policy);
        Ask(asked);
    }

    [Benchmark(Baseline = true)]
    public object First() => Ask(new Wayfinder(policy));

    [Benchmark]
    public object Remembered() => Ask(asked);

    private ValueList<WayStep> Ask(Wayfinder wayfinder) =>
        wayfinder.Find(new Situation(Prepared.NoPhone, facts, policy), command, Prepared.Israeli);
}
