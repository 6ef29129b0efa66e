using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Oracles;

/// <summary>Policies that exports are tried with.</summary>
internal static class Policies
{
    /// <summary>The policy of 2014 without its two ways to the page that takes the code: whoever submitted a number is caught.</summary>
    public static EnrolmentPolicy WithTrap { get; } = EnrolmentPolicy.Create(ShippedPolicies.Twitter2014.Document with
    {
        Name = "twitter-2014-with-trap",
        Surfaces = [.. ShippedPolicies.Twitter2014.Document.Surfaces.Select(surface => surface with { Screens = [.. surface.Screens.Select(WithoutWay)] })],
    });

    /// <summary>With one number, so that lines are some ten thousands and not millions.</summary>
    public static ExplorationScale SmallScale { get; } = new() { Numbers = 1 };

    /// <summary>The least scale: what walks it takes some tens of microseconds an edge.</summary>
    public static ExplorationScale ChartedScale { get; } = new() { Numbers = Full.IsAsked ? 2 : 1, FinalFailures = 1, SendsPerNumber = 1, SendsPerAccount = 1 };

    public static TheoryData<string> Shipped => [.. ShippedPolicies.Names];

    private static ScreenDocument WithoutWay(ScreenDocument screen) => screen with
    {
        Links = [.. screen.Links.Select(link => link.To == "verification" ? link with { When = ScreenCondition.In(EnrolmentState.VerificationEnabled) } : link)],
    };
}
