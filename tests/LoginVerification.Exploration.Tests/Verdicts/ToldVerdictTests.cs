using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Verdicts;

/// <summary>What is told of a violation is what a reader needs first.</summary>
public sealed class ToldVerdictTests
{
    [Fact]
    public void Starts_that_are_trapped_already_are_told_first_by_class_and_surface()
    {
        var told = new Explorer().Explore(ShippedPolicies.Twitter2014).Properties.Single(property => property.Name == "NoTrapVisible");

        string[] surfaces = ["web", "mobileWeb", "android", "ios"];
        Assert.Equal(
            from number in new[] { "GB Example Mobile", "IL" } from surface in surfaces select (number, surface, false),
            told.TrappedStarts.Select(start => (start.Class.Name, start.Surface.Name, start.WithoutDevice)));
        Assert.Equal("nothing in sight leads on from the outset: GB Example Mobile and IL from web, mobileWeb, android, ios", told.Reason);
        Assert.Equal(told.TrappedStarts.Select(start => (start.Class, start.Surface)), told.Violations.Take(8).Select(violation => (violation.Class!, violation.Surface!)));
        Assert.Equal((EnrolmentState.NoPhone, "refused: CarrierNotServed"), (told.Trace![0].State, told.Trace![^1].Outcome));
    }

    [Fact]
    public void A_start_that_is_trapped_with_a_device_and_without_is_told_once()
    {
        var told = TriedPolicies.Verdict("wayout-false", "NoTrap");

        Assert.Equal(["web, US and 244 more"], told.TrappedStarts.Select(start => start.ToString()));
        Assert.Empty(told.TrapEntries);
    }

    [Fact]
    public void No_two_doors_read_alike()
    {
        foreach (var told in TriedPolicies.Explore("rule-fires-1211").Properties.Where(told => told.TrapEntries.Count > 0))
            Assert.Equal(told.TrapEntries.Count, told.TrapEntries.Select(door => door.ToString()).Distinct().Count());
    }

    [Fact]
    public void Of_refusals_one_story_of_each_kind_is_told_that_of_a_rule_first_and_that_of_an_old_authentication_last()
    {
        var told = new Explorer().Explore(ShippedPolicies.Twitter2014).Properties.Single(property => property.Name == "RefusalHasWayOut");

        List<string> outcomes = [.. told.OtherTraces.Prepend(told.Trace!).Select(trace => trace[^1].Outcome!)];
        Assert.Equal(outcomes.Count, outcomes.Distinct().Count());
        // Nothing at all leads out of the first.
        Assert.Equal(["refused: ReverificationRequired", "refused: CarrierNotServed", "refused: CountryNotServed"], outcomes.Take(3));
        Assert.True(outcomes.IndexOf("refused: ReauthenticationRequired") > outcomes.IndexOf("refused: WrongCode"));
    }

    [Fact]
    public void Gates_are_not_held_against_classes_that_no_surface_takes() =>
        Assert.Equal(Verdict.Proved, TriedPolicies.Verdict("d-bank", "EnableGateAgreesWithAddGate").Verdict);

    /// <summary>Two rules refuse where r3 would, and are asked before it.</summary>
    [Fact]
    public void A_rule_fires_where_its_own_refusal_is_given()
    {
        var told = TriedPolicies.Verdict("rule-fires-1211", "EveryRuleFires");

        Assert.Equal(("never decides anything: r3", "r3"), (told.Reason, told.Violations.Single().Rule));
    }
}
