using BenchmarkDotNet.Attributes;

namespace LoginVerification.Benchmarks;

/// <summary>Making a policy, once a process: reading and checking the file's text, and freezing it; and validating and freezing alone.</summary>
public class PolicyBenchmarks
{
    private string json = "";

    [ParamsSource(nameof(Names))]
    public string Name { get; set; } = "";

    public static IEnumerable<string> Names => [ShippedPolicies.Names[0], ShippedPolicies.Names[1]];

    [GlobalSetup]
    public void Prepare() => json = PolicyFile.Write(ShippedPolicies.Load(Name).Document);

    [Benchmark(Baseline = true)]
    public EnrolmentPolicy FromJson() => EnrolmentPolicy.FromJson(json);

    [Benchmark]
    public EnrolmentPolicy ValidateAndFreeze() => EnrolmentPolicy.Create(ShippedPolicies.Load(Name).Document);

    [Benchmark]
    public object FreezeAlone() => new Gate(ShippedPolicies.Load(Name).Document, ShippedPolicies.Load(Name).Screens);
}
