namespace LoginVerification.Exploration.Tests.Verdicts;

/// <summary>The verdicts that are fixed for the shipped policies: P proved, X violated, V vacuous.</summary>
public class ShippedVerdictTests
{
    private const string Table = """
        EnabledImpliesVerifiedPhone  P P P
        EnabledIffChannel            P P P
        PushImpliesDevice            P P P
        TriesBounded                 P P P
        SendsBounded                 P P P
        GuessesAreBounded            P P P
        NoVerifyWithoutLiveCode      P P P
        CodeBoundToNumber            P P P
        NoSilentDisable              P X X
        FailureBudgetNeverResets     P P P
        ReplacementKeepsProtection   P V V
        EnabledReachable             P P P
        SameSurfaceCompletion        P X X
        NoTrap                       P P P
        NoTrapVisible                P X P
        NoLockout                    P P P
        AcceptanceAgrees             P X X
        SentImpliesEnterable         P X X
        EnableGateAgreesWithAddGate  P X X
        LinkTargetServes             P X X
        RefusalHasWayOut             P X X
        EveryScreenReachable         P P P
        EveryRuleFires               P P P
        NoPlantedNumber              P P P
        AlternativeToSms             P P P
        OffersCanHappen              P P P
        LinksCanBeFollowed           P P P
        NoBypass                     P X X
        SignInReachable              P P P
        NoSignInLockout              P P P
        """;

    [Theory]
    [InlineData("consistent", 1)]
    [InlineData("twitter-2014", 2)]
    [InlineData("twitter-2014-web-takes-code", 3)]
    public void Every_property_has_its_verdict(string policy, int column)
    {
        var expected = Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(cells => (cells[0], VerdictOf(cells[column])));

        var explored = new Explorer().Explore(ShippedPolicies.Load(policy));

        Assert.True(explored.IsComplete);
        Assert.Equal(expected, explored.Properties.Select(property => (property.Name, property.Verdict)));
    }

    private static Verdict VerdictOf(string letter) => letter switch
    {
        "P" => Verdict.Proved,
        "X" => Verdict.Violated,
        _ => Verdict.Vacuous,
    };
}
