using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Verdicts;

/// <summary>A way out counts where it leads on, and not because it is named.</summary>
public sealed class WaysTakenTests
{
    private static readonly Surface Web = Surface.Parse("web");

    [Theory]
    [InlineData("consistent")]
    [InlineData("twitter-2014")]
    [InlineData("twitter-2014-web-takes-code")]
    [InlineData("bank-app-first")]
    [InlineData("no-way-back")]
    [InlineData("number-only-replaced")]
    [InlineData("number-for-who-has-a-device")]
    public void Each_refusal_names_a_way_that_leads_on_or_none(string name)
    {
        var (model, refusals) = Survey(TestPolicies.Load(name));
        var ways = new WaysTaken(model);

        Assert.All(refusals.Where(refused => refused.Refused.Refusal.WaysOut.Count > 0), refused =>
            Assert.True(
                refused.Refused.Refusal.WaysOut.Any(way => LeadsOn(ways, model, refused, way)),
                $"{refused.Refused.Screen}: {model.Table[refused.Refused.Column].Name}: {refused.Refused.Refusal.Code}: {string.Join(", ", refused.Refused.Refusal.WaysOut)}"));
    }

    /// <summary>What was named once: the offer is for who has a number already, and staff have nothing to do for an account without any.</summary>
    [Fact]
    public void A_way_that_the_service_refuses_and_staff_without_a_command_lead_nowhere()
    {
        var (model, refusals) = Survey(TestPolicies.Load("number-only-replaced"));
        var ways = new WaysTaken(model);

        foreach (var refused in refusals)
        {
            Assert.False(LeadsOn(ways, model, refused, new WayOut.Act(Web, new Choice(EnrolmentAction.SubmitPhone)) { WithAnotherNumber = true }));
            Assert.False(LeadsOn(ways, model, refused, new WayOut.AskOperator()));
        }
    }

    [Fact]
    public void To_authenticate_again_is_no_way_where_the_command_is_refused_all_the_same()
    {
        var told = TestPolicies.Verdict("text-messages-refused", "RefusalHasWayOut");

        Assert.Equal(Verdict.Violated, told.Verdict);
        Assert.Contains(told.Violations, violation => violation is { Refusal: RefusalCode.ReauthenticationRequired, Choice: { Action: EnrolmentAction.ChangeChannel, Channel: VerificationChannel.Sms } });
    }

    /// <summary>Before there is a number, an application for one comes first, and the device later.</summary>
    [Fact]
    public void Where_the_app_alone_protects_who_has_no_number_is_led_to_one_and_not_to_a_device()
    {
        var policy = TestPolicies.Load("number-before-device");
        var (_, refusals) = Survey(policy);

        var ways = refusals.First(refused => refused.Refused.Refusal.Code is RefusalCode.NoVerifiedPhone).Refused.Refusal.WaysOut;

        Assert.Equal([new WayOut.Act(Web, new Choice(EnrolmentAction.SubmitPhone))], ways);
    }

    private static (PolicyModel Model, List<(ReachableRefusal Refused, ModelState State)> Refusals) Survey(EnrolmentPolicy policy)
    {
        var model = new Explorer().ModelOf(policy, new ExplorationScale { Numbers = 1 }.For(policy), CancellationToken.None);
        var evidence = new GraphEvidence(StateGraph.Explore(model, int.MaxValue, null, CancellationToken.None), model.Policy.Limits);
        return (model, [.. evidence.Refusals.Where(refused => refused.OwesWayOut).Select(refused => (refused, evidence.StateAt(refused.Position)))]);
    }

    private static bool LeadsOn(WaysTaken ways, PolicyModel model, (ReachableRefusal Refused, ModelState State) refused, WayOut way) =>
        ways.LeadsOn(refused.State, model.Table[refused.Refused.Column], refused.Refused.Refusal.Code.Kind(), way);
}
