using BenchmarkDotNet.Attributes;

namespace LoginVerification.Benchmarks;

/// <summary>A code given while wrong ones have locked the account; the way out is to wait.</summary>
public class RefusedByLockBenchmarks
{
    private readonly Enrolment enrolment = Prepared.Locked;
    private readonly Facts facts = Prepared.FactsOn(Surface.Parse("web"));
    private readonly ConfirmCode command = new("123456");
    private readonly Explainer explainer = new(ShippedPolicies.Consistent);

    [GlobalSetup]
    public void Check()
    {
        if (DecideAndEvolve().Refusal is not { Code: RefusalCode.Locked, WaysOut: [WayOut.Retry] })
            throw new InvalidOperationException("The policy no longer refuses as this benchmark supposes.");
    }

    [Benchmark(Baseline = true)]
    public bool StatelessPerAccount_CanFire() => StatelessPerAccount.CanFire(enrolment.State, LifecycleTrigger.CodeMatched);

    /// <summary>A plain refusal has no events, so that there is nothing to evolve.</summary>
    [Benchmark]
    public Decision DecideAndEvolve() => explainer.Decide(enrolment, command, facts);

    [Benchmark]
    public Decision HandWritten_Limit() => HandWritten.RefuseLocked(enrolment, facts);
}
