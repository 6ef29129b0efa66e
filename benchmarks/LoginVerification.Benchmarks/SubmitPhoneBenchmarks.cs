using BenchmarkDotNet.Attributes;
using Stateless;

namespace LoginVerification.Benchmarks;

/// <summary>A new account submits its first number, and it is accepted.</summary>
public class SubmitPhoneBenchmarks
{
    private readonly Enrolment enrolment = Prepared.NoPhone;
    private readonly Facts facts = Prepared.FactsOn(Surface.Parse("web"), Prepared.Israeli);
    private readonly SubmitPhone command = new("+972502345678");
    private readonly EnrolmentPolicy policy = ShippedPolicies.Consistent;
    private readonly StateMachine<EnrolmentState, LifecycleTrigger> kept = LifecycleMachine.Over(() => EnrolmentState.NoPhone, _ => { });

    [Benchmark(Baseline = true)]
    public EnrolmentState StatelessPerAccount_Fire() => StatelessPerAccount.Fire(enrolment.State, LifecycleTrigger.PhoneSubmitted);

    /// <summary>One machine for all, over an external state: neither thread-safe nor, so, usable by a service; for comparison.</summary>
    [Benchmark]
    public void StatelessKept_Fire() => kept.Fire(LifecycleTrigger.PhoneSubmitted);

    [Benchmark]
    public Enrolment DecideAndEvolve() => Library.DecideAndEvolve(enrolment, command, facts, policy);

    [Benchmark]
    public Decision Decide() => Decider.Decide(enrolment, command, facts, policy);

    [Benchmark]
    public Enrolment HandWritten_Limit() => HandWritten.SubmitPhone(enrolment, facts, out _);
}
