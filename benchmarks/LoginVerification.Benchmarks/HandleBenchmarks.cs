using BenchmarkDotNet.Attributes;
using LoginVerification.PhoneNumbers;

namespace LoginVerification.Benchmarks;

/// <summary>
/// A whole SubmitPhone through the service: the number is read, facts are gathered, it is decided, saved in memory, and the SMS is composed and
/// handed to a sender that does nothing. The account is erased each time, so that the next one is new again; the trail that an erasure leaves in memory is measured along.
/// </summary>
public class HandleBenchmarks
{
    private readonly ServiceInMemory host = new();
    private readonly Caller caller = Caller.User(Prepared.Account, Surface.Parse("web"), Prepared.Now);
    private readonly SubmitPhone command = new("+972502345678");
    private readonly Facts facts = Prepared.FactsOn(Surface.Parse("web"), Prepared.Israeli);
    private readonly IPhoneNumberReader reader = new LibPhoneNumberReader();

    [Benchmark(Baseline = true)]
    public Enrolment DecideAndEvolve() => Library.DecideAndEvolve(Prepared.NoPhone, command, facts, ShippedPolicies.Consistent);

    [Benchmark]
    public PhoneReading ReadNumber() => reader.Read(command.Number, command.Country);

    [Benchmark]
    public async Task<EnrolmentResult> Handle()
    {
        var result = await host.Service.HandleAsync(caller, command);
        await host.Store.EraseAsync(Prepared.Account, facts.Origin, default);
        return result;
    }
}
