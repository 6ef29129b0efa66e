using BenchmarkDotNet.Attributes;

namespace LoginVerification.Benchmarks;

/// <summary>What a settings page and a sign-in ask of the service, beside the store's own load.</summary>
public class StatusBenchmarks
{
    private readonly ServiceInMemory host = new();

    [GlobalSetup]
    public void Prepare() => host.Save(Prepared.VerificationEnabled);

    [Benchmark(Baseline = true)]
    public ValueTask<Enrolment?> Load() => host.Store.LoadAsync(Prepared.Account, default);

    [Benchmark]
    public ValueTask<LoginRequirement> GetLoginRequirement() => host.Service.GetLoginRequirementAsync(Prepared.Account);

    [Benchmark]
    public ValueTask<EnrolmentStatus> GetStatus() => host.Service.ForUser(Prepared.Account, Surface.Parse("web"), Prepared.Now).GetStatusAsync();
}
