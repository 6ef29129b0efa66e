using BenchmarkDotNet.Attributes;

namespace LoginVerification.Benchmarks;

/// <summary>The story of 2014: the web refuses a number of Israel, and the way out is on the mobile web. The question was asked before.</summary>
public class RefusedCountryBenchmarks
{
    private readonly Enrolment enrolment = Prepared.NoPhone;
    private readonly Facts facts = Prepared.FactsOn(Surface.Parse("web"), Prepared.Israeli);
    private readonly SubmitPhone command = new("+972502345678");
    private readonly Explainer explainer = new(ShippedPolicies.Twitter2014);
    private readonly WayOut way = new WayOut.Act(Surface.Parse("mobileWeb"), new Choice(EnrolmentAction.SubmitPhone));

    [GlobalSetup]
    public void Check()
    {
        if (DecideAndEvolve().Refusal is not { Code: RefusalCode.CountryNotServed, WaysOut: [var found] } || found != way)
            throw new InvalidOperationException("The policy no longer refuses as this benchmark supposes.");
    }

    [Benchmark(Baseline = true)]
    public bool StatelessPerAccount_CanFire() => StatelessPerAccount.CanFire(enrolment.State, LifecycleTrigger.PhoneSubmitted);

    /// <summary>A plain refusal has no events, so that there is nothing to evolve.</summary>
    [Benchmark]
    public Decision DecideAndEvolve() => explainer.Decide(enrolment, command, facts);

    [Benchmark]
    public Decision HandWritten_Limit() => HandWritten.RefuseCountry(enrolment, way);
}
