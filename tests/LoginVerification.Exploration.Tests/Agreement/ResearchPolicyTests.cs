using LoginVerification.Exploration.Tests.Naive;
using LoginVerification.Exploration.Tests.Oracles;
using LoginVerification.Exploration.Tests.Support;
using NodaTime;
using Xunit.Abstractions;

namespace LoginVerification.Exploration.Tests.Agreement;

/// <summary>Four programs walk policies beyond the usual bounds, and find the same: nothing bounded at all, and each bound gone alone.</summary>
public sealed class ResearchPolicyTests(ITestOutputHelper output)
{
    private static readonly string[] All = ["everything", "the final lock", "tries", "sends", "locks for a while", "codes", "the final lock, of two numbers"];

    public static TheoryData<string> TriedWithNaive => [.. All.Take(Full.IsAsked ? All.Length : 2)];

    public static TheoryData<string> TriedWithSpin => [.. All.Take(Full.IsAsked ? All.Length : 1)];

    public static TheoryData<string> TriedWithRumur => [.. Full.IsAsked ? All : All.Skip(1).Take(1)];

    [Theory, MemberData(nameof(TriedWithNaive))]
    public void The_naive_explorer_comes_to_the_same(string unbounded) => NaiveComparison.Hold(Policy(unbounded), ScaleOf(unbounded), output);

    [NeedsToolTheory("spin", "gcc"), MemberData(nameof(TriedWithSpin))]
    public Task SPIN_counts_the_same(string unbounded) => Walkers.SpinAgreesAsync(Policy(unbounded), ScaleOf(unbounded));

    [NeedsToolTheory("rumur", "gcc"), MemberData(nameof(TriedWithRumur))]
    public Task Rumur_counts_the_same(string unbounded) => Walkers.RumurAgreesAsync(Policy(unbounded), ScaleOf(unbounded));

    /// <summary>With two failures to a lock, so that it is told how many are missing: of two numbers together.</summary>
    private static ExplorationScale ScaleOf(string unbounded) => new() { Numbers = unbounded.EndsWith("two numbers", StringComparison.Ordinal) ? 2 : 1, EveryFailures = 2, SendsPerNumber = 1 };

    private static EnrolmentPolicy Policy(string unbounded)
    {
        var all = TestPolicies.Load("guessed-without-end").Document;
        var none = all with { Code = new CodeRules { Digits = 4, Life = Duration.FromHours(1) }, Sending = new SendRules(), Lock = new LockRules() };
        return EnrolmentPolicy.Create(unbounded switch
        {
            "everything" => all,
            "tries" => none with { Code = none.Code with { WrongTries = PolicyLimits.Unlimited } },
            "sends" => none with { Sending = all.Sending },
            "the final lock, of two numbers" => OfferedAlways(Policy("the final lock").Document),
            "the final lock" => none with { Lock = new LockRules { Longest = Duration.FromMinutes(15), First = Duration.FromMinutes(15), FinalFailures = PolicyLimits.Unlimited } },
            "locks for a while" => none with { Lock = new LockRules { EveryFailures = PolicyLimits.Unlimited } },
            _ => none with { Code = none.Code with { OnResend = ResendMode.NewBesideEarlier } },
        });
    }

    /// <summary>A verified number can be replaced.</summary>
    private static PolicyDocument OfferedAlways(PolicyDocument policy) => policy with
    {
        Surfaces = [.. policy.Surfaces.Select(surface => surface with
        {
            Screens = [.. surface.Screens.Select(screen => screen with { Actions = [.. screen.Actions.Select(offer => offer.Action is EnrolmentAction.SubmitPhone ? offer with { When = null } : offer)] })],
        })],
    };
}
