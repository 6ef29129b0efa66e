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
            from number in new[] { "GB Example Mobile", "IL" } from surface in surfaces select (number, surface, (bool?)null),
            told.TrappedStarts.Select(start => (start.Class.Name, start.Surface.Name, start.Device)));
        Assert.Equal("nothing in sight leads on from the outset: GB Example Mobile and IL from web, mobileWeb, android, ios", told.Reason);
        Assert.Equal(told.TrappedStarts.Select(start => (start.Class, start.Surface)), told.Violations.Take(8).Select(violation => (violation.Class!, violation.Surface!)));
        Assert.Equal((EnrolmentState.NoPhone, "refused: CarrierNotServed"), (told.Trace![0].State, told.Trace![^1].Outcome));
    }

    [Fact]
    public void A_start_that_is_trapped_with_a_device_and_without_is_told_once()
    {
        var told = TestPolicies.Verdict("number-only-replaced", "NoTrap");

        Assert.Equal(["web, US and 244 more"], told.TrappedStarts.Select(start => start.ToString()));
        Assert.Empty(told.TrapEntries);
    }

    [Fact]
    public void A_start_that_is_trapped_with_a_device_alone_is_told_so()
    {
        var told = TestPolicies.Verdict("number-before-a-device-alone", "NoTrap");

        Assert.Equal(["web, IL with a device"], told.TrappedStarts.Select(start => start.ToString()));
        Assert.Equal("nothing leads on from the outset: IL from web with a device", told.Reason);
    }

    [Fact]
    public void No_two_doors_read_alike()
    {
        var doors = TestPolicies.Verdict("hidden-page-left-by-two-links", "NoTrapVisible").TrapEntries.Select(door => door.ToString()).ToList();

        Assert.Contains(doors, door => door.Contains("back", StringComparison.Ordinal));
        Assert.Equal(doors.Distinct(), doors);
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
        Assert.Equal(Verdict.Proved, TestPolicies.Verdict("taken-in-one-country", "EnableGateAgreesWithAddGate").Verdict);

    /// <summary>The rule before it refuses all whom it would, and is asked first.</summary>
    [Fact]
    public void A_rule_fires_where_its_own_refusal_is_given()
    {
        var told = TestPolicies.Verdict("rule-behind-another", "EveryRuleFires");

        Assert.Equal(("never decides anything: not-chilean", "not-chilean"), (told.Reason, told.Violations.Single().Rule));
    }

    [Fact]
    public void An_alternative_is_one_if_a_device_is_registered_on_the_way() => Assert.Equal(Verdict.Proved, TestPolicies.Verdict("number-before-a-device-alone", "AlternativeToSms").Verdict);

    [Fact]
    public void The_lack_of_an_alternative_is_told_where_SMS_is_for_those_without_a_device_alone()
    {
        var told = TestPolicies.Verdict("protected-without-device", "AlternativeToSms");

        Assert.Equal(Verdict.Violated, told.Verdict);
        Assert.Equal(EnrolmentState.PhoneVerified, told.Trace![^1].State);
    }
}
