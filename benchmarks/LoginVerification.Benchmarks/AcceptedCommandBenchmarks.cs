using BenchmarkDotNet.Attributes;

namespace LoginVerification.Benchmarks;

/// <summary>Every command of a user, accepted, for the bytes that each needs.</summary>
public class AcceptedCommandBenchmarks
{
    private readonly EnrolmentPolicy policy = ShippedPolicies.Consistent;
    private readonly Facts facts = Prepared.FactsOn(Surface.Parse("web"), Prepared.Israeli);
    private Enrolment enrolment = Prepared.NoPhone;
    private EnrolmentCommand command = new SubmitPhone("+972502345678");

    public static IEnumerable<string> Cases { get; } =
    [
        "SubmitPhone, first", "SubmitPhone, second", "ResendCode, first", "ResendCode, last", "ConfirmCode, first", "ConfirmCode, second",
        "CancelPending", "EnableVerification", "ChangeChannel", "DisableVerification",
        "RemovePhone", "RemovePhone, pending",
    ];

    [ParamsSource(nameof(Cases))]
    public string Case { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        (enrolment, command) = ((Enrolment, EnrolmentCommand))(Case switch
        {
            "SubmitPhone, first" => (Prepared.NoPhone, new SubmitPhone("+972502345678")),
            "SubmitPhone, second" => (Prepared.VerificationEnabled, new SubmitPhone("+972502345678")),
            "ResendCode, first" => (Prepared.PhonePending, new ResendCode()),
            "ResendCode, last" => (Prepared.LastResendLeft, new ResendCode()),
            "ConfirmCode, first" => (Prepared.PhonePending, new ConfirmCode("123456")),
            "ConfirmCode, second" => (Prepared.Replacing, new ConfirmCode("123456")),
            "CancelPending" => (Prepared.PhonePending, new CancelPending()),
            "EnableVerification" => (Prepared.PhoneVerified, new EnableVerification(VerificationChannel.Sms)),
            "ChangeChannel" => (Prepared.VerificationEnabled, new ChangeChannel(VerificationChannel.AppPush)),
            "DisableVerification" => (Prepared.VerificationEnabled, new DisableVerification()),
            "RemovePhone" => (Prepared.PhoneVerified, new RemovePhone()),
            "RemovePhone, pending" => (Prepared.Replacing with { ActiveChannel = null }, new RemovePhone()),
            _ => throw new NotSupportedException(Case),
        });
        if (Decider.Decide(enrolment, command, facts, policy).Refusal is { } no)
            throw new InvalidOperationException($"The policy no longer accepts {Case}: {no.Code}.");
    }

    [Benchmark]
    public Enrolment DecideAndEvolve() => Library.DecideAndEvolve(enrolment, command, facts, policy);
}
