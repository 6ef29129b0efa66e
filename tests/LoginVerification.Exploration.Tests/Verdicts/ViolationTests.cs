namespace LoginVerification.Exploration.Tests.Verdicts;

/// <summary>What is against a property can be read without reading prose.</summary>
public sealed class ViolationTests
{
    private static readonly Explorer Explorer = new();

    public static TheoryData<string> Names => [.. ShippedPolicies.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_verdict_has_violations_and_a_trace_if_and_only_if_it_is_violated(string policy) => Assert.All(
        Explorer.Explore(ShippedPolicies.Load(policy)).Properties,
        told => Assert.Equal((told.Verdict is Verdict.Violated, told.Verdict is Verdict.Violated), (told.Violations.Count > 0, told.Trace is { Count: > 0 })));

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_violation_is_told_once_and_the_first_is_the_one_of_the_reason(string policy)
    {
        foreach (var told in Explorer.Explore(ShippedPolicies.Load(policy)).Properties.Where(told => told is { Verdict: Verdict.Violated, Kind: not (PropertyKind.Lifecycle or PropertyKind.SignIn) }))
        {
            Assert.Equal(told.Violations.Count, told.Violations.Distinct().Count());
            Assert.Contains(told.Violations[0].Class!.Name, told.Reason, StringComparison.Ordinal);
            Assert.Contains(told.Violations[0].Surface!.Name, told.Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_story_of_2014_is_told_by_class_and_surface()
    {
        var told = Explorer.Explore(ShippedPolicies.Twitter2014).Properties.ToDictionary(property => property.Name, property => property.Violations);

        Assert.Equal(
            ["GB Example Mobile web", "IL web"],
            told["AcceptanceAgrees"].Select(violation => $"{violation.Class!.Name} {violation.Surface}").Order(StringComparer.Ordinal));
        Assert.Equal(told["AcceptanceAgrees"].ToHashSet(), told["EnableGateAgreesWithAddGate"].ToHashSet());
        Assert.Contains(told["SentImpliesEnterable"], violation => violation is { Class.Name: "IL", Surface.Name: "mobileWeb", Screen: "addPhone", Choice.Action: EnrolmentAction.SubmitPhone });
        Assert.Contains(told["RefusalHasWayOut"], violation => violation is { Class.Name: "IL", Surface.Name: "web", Screen: "addPhone", Refusal: RefusalCode.CountryNotServed });
        Assert.Contains(told["NoTrapVisible"], violation => violation is { Class.Name: "IL", Surface.Name: "web", State: EnrolmentState.NoPhone });
    }

    [Theory]
    [InlineData("AcceptanceAgrees", "web/addPhone SubmitPhone (a new number): refused: CarrierNotServed", "mobileWeb/addPhone SubmitPhone (a new number): the code is sent")]
    [InlineData("EnableGateAgreesWithAddGate", "web/addPhone SubmitPhone (a new number): refused: CarrierNotServed", "web/settings EnableVerification Sms: verification is on")]
    [InlineData("LinkTargetServes", "web/settings follow \"add a phone\" (visible link): ", "web/addPhone SubmitPhone (a new number): refused: CarrierNotServed")]
    [InlineData("SameSurfaceCompletion", "web/settings follow \"add a phone\" (visible link): ", "web/addPhone SubmitPhone (a new number): refused: CarrierNotServed")]
    public void A_trace_leads_to_the_answers_or_the_link_that_contradict_each_other(string property, string first, string last)
    {
        var trace = Explorer.Explore(ShippedPolicies.Twitter2014).Properties.Single(told => told.Name == property).Trace!;

        var told = trace.Select(step => $"{step.Surface}/{step.Screen} {step}: {step.Outcome}").ToList();
        Assert.Contains(first, told);
        Assert.Equal(last, told[^1]);
    }
}
