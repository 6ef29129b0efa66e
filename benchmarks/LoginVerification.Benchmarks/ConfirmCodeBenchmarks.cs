using BenchmarkDotNet.Attributes;

namespace LoginVerification.Benchmarks;

/// <summary>The right code for the pending number; what the code matches was found out before.</summary>
public class ConfirmCodeBenchmarks
{
    private readonly Enrolment enrolment = Prepared.PhonePending;
    private readonly Facts facts = Prepared.FactsOn(Surface.Parse("web"));
    private readonly ConfirmCode command = new("123456");
    private readonly EnrolmentPolicy policy = ShippedPolicies.Consistent;

    [Benchmark(Baseline = true)]
    public EnrolmentState StatelessPerAccount_Fire() => StatelessPerAccount.Fire(enrolment.State, LifecycleTrigger.CodeMatched);

    [Benchmark]
    public Enrolment DecideAndEvolve() => Library.DecideAndEvolve(enrolment, command, facts, policy);

    [Benchmark]
    public Decision Decide() => Decider.Decide(enrolment, command, facts, policy);

    [Benchmark]
    public Enrolment HandWritten_Limit() => HandWritten.ConfirmCode(enrolment, facts, out _);
}
