using BenchmarkDotNet.Attributes;
using LoginVerification.Exploration;

namespace LoginVerification.Benchmarks;

/// <summary>A whole exploration of a shipped policy at the default scale, with every verdict; its decision table is known already.</summary>
public class ExplorationBenchmarks
{
    private readonly Explorer explorer = new();
    private EnrolmentPolicy policy = null!;

    [Params("consistent", "twitter-2014", "twitter-2014-web-takes-code")]
    public string Name { get; set; } = "";

    [GlobalSetup]
    public void Load() => policy = ShippedPolicies.Load(Name);

    [Benchmark]
    public PolicyExploration Explore() => explorer.Explore(policy);
}
