using LoginVerification.Docs.Tests;

namespace LoginVerification.Exploration.Tests.Studies;

/// <summary>The verdicts that are fixed for the studies, as docs/findings.md has them: P proved, X violated, V vacuous. Columns in the order of the names.</summary>
public sealed class StudyVerdictTests
{
    private const string Foreseen = """
        EnabledImpliesVerifiedPhone  P P P P P P P P
        EnabledIffChannel            P P P P P P P P
        PushImpliesDevice            V P P P V P P P
        TriesBounded                 P P P P P P P P
        SendsBounded                 P P P P P P P P
        GuessesAreBounded            P P P P P P P P
        NoVerifyWithoutLiveCode      P P P P P P P P
        CodeBoundToNumber            P P P P P P P P
        NoSilentDisable              X P X P P P P P
        FailureBudgetNeverResets     P P P P P P P P
        ReplacementKeepsProtection   P V V P V P V V
        EnabledReachable             P P P P P P P P
        SameSurfaceCompletion        P X P P P P P P
        NoTrap                       P P P P P P P P
        NoTrapVisible                P P P P P P P P
        NoLockout                    P P P P P P P P
        AcceptanceAgrees             V P V V V V V V
        SentImpliesEnterable         P P P P P P P P
        EnableGateAgreesWithAddGate  P P P P P P P P
        LinkTargetServes             P P P P P P P P
        RefusalHasWayOut             X X X X X X X X
        EveryScreenReachable         P P P P P P P P
        EveryRuleFires               P P V V P P P P
        NoPlantedNumber              P P P P P P P P
        AlternativeToSms             X P P P X P V P
        OffersCanHappen              P P P P P P P P
        LinksCanBeFollowed           P P P P P P P P
        NoBypass                     P P P P P P P P
        SignInReachable              P P P P P P P P
        NoSignInLockout              P P P P P P P P
        """;

    public static TheoryData<string> Names => [.. PolicyStudies.Names];

    [Theory, MemberData(nameof(Names))]
    public void Every_property_has_its_verdict(string name)
    {
        var column = PolicyStudies.Names.ToList().IndexOf(name) + 1;
        var expected = Rows.Select(cells => (cells[0], VerdictOf(cells[column])));

        var explored = new Explorer().Explore(PolicyStudies.Load(name));

        Assert.True(explored.IsComplete);
        Assert.Equal(expected, explored.Properties.Select(property => (property.Name, property.Verdict)));
    }

    [Fact]
    public void The_page_has_the_table()
    {
        var table = new Table(["property", .. PolicyStudies.Names.Select(name => $"`{name}`")]);
        foreach (var cells in Rows)
            table.Row([$"`{cells[0]}`", .. cells[1..]]);

        GeneratedPart.Check("docs/findings.md", "verdicts", table.ToString());
    }

    private static IEnumerable<string[]> Rows => Foreseen.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static Verdict VerdictOf(string letter) => letter switch
    {
        "P" => Verdict.Proved,
        "X" => Verdict.Violated,
        _ => Verdict.Vacuous,
    };
}
