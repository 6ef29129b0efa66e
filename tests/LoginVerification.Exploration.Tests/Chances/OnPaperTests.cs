namespace LoginVerification.Exploration.Tests.Chances;

/// <summary>Chains that can be solved on paper: the figures here come from there.</summary>
public class OnPaperTests
{
    private static readonly CountryCode Anywhere = CountryCode.Parse("US");
    private static readonly Explorer Explorer = new();

    [Fact]
    public void Who_never_errs_takes_three_steps_and_one_SMS()
    {
        var chance = Find(SmallPolicies.OneScreen, SmallPolicies.Even);

        Assert.Equal((1, 0, 0), (chance.Enrolled, chance.GaveUp, chance.Stuck));
        Assert.Equal((3, 1, 0.05), (chance.Steps, chance.Sms, chance.Cost));
        Assert.Empty(chance.Leavings);
    }

    [Fact]
    public void Giving_up_before_a_step_is_geometric()
    {
        var chance = Find(SmallPolicies.OneScreen, SmallPolicies.Even with { GiveUp = 0.5 });

        Assert.Equal((0.125, 0.875, 0), (chance.Enrolled, chance.GaveUp, chance.Stuck));
        Assert.Equal((0.5 + 0.25 + 0.125, 0.5, 0.2), (chance.Steps, chance.Sms, chance.CostPerEnrolled));
        Assert.Equal([0.5, 0.25, 0.125], chance.Leavings.Select(leaving => leaving.Share));
        Assert.Equal([EnrolmentState.NoPhone, EnrolmentState.PhonePending, EnrolmentState.PhoneVerified], chance.Leavings.Select(leaving => leaving.State));
    }

    /// <summary>Each SMS after the first costs a wait and a step. Of l, l² and l³ is lost the first, the second and the third.</summary>
    [Fact]
    public void Lost_SMS_are_asked_for_again_as_often_as_the_user_would()
    {
        var chance = Find(SmallPolicies.OneScreen, SmallPolicies.Even with { SmsLoss = 0.5, MostSms = 3, SmsPrice = 2 });

        Assert.Equal(1 - 0.125, chance.Enrolled);
        Assert.Equal(1 + 0.5 + 0.25, chance.Sms);
        Assert.Equal(3.5, chance.Cost);
        Assert.Equal(1 + (2 * (0.5 + 0.25)) + (2 * 0.875), chance.Steps);
        Assert.Equal(new Leaving(SmallPolicies.Web, "home", EnrolmentState.PhonePending, LeavingReason.NoMoreSms, null, 0.125), Assert.Single(chance.Leavings));
    }

    [Fact]
    public void An_SMS_that_never_arrives_makes_users_give_up_and_not_stuck()
    {
        var chance = Find(SmallPolicies.OneScreen, SmallPolicies.Even with { SmsLossIn = new Dictionary<CountryCode, double> { [Anywhere] = 1 }, MostSms = 2 });

        Assert.Equal((0, 1, 0, 2), (chance.Enrolled, chance.GaveUp, chance.Stuck, chance.Sms));
        Assert.Null(chance.CostPerEnrolled);
    }

    [Fact]
    public void A_code_that_is_dead_at_the_first_wrong_try_costs_another_SMS()
    {
        var chance = Find(SmallPolicies.OneTry, SmallPolicies.Even with { Mistype = 0.25, MostSms = 2 });

        Assert.Equal(1 - 0.0625, chance.Enrolled, 1e-15);
        Assert.Equal(1.25, chance.Sms, 1e-15);
    }

    [Fact]
    public void At_a_wrong_code_a_user_may_give_up()
    {
        var chance = Find(SmallPolicies.OneTry, SmallPolicies.Even with { Mistype = 0.25, GiveUpAtRefusal = 0.5, MostSms = 1 });

        Assert.Equal(0.75, chance.Enrolled, 1e-15);
        Assert.Equal([(LeavingReason.Refused, RefusalCode.WrongCode), (LeavingReason.NoMoreSms, null)], chance.Leavings.OrderBy(leaving => leaving.Reason).Select(leaving => (leaving.Reason, leaving.Refusal)));
        Assert.All(chance.Leavings, leaving => Assert.Equal(0.125, leaving.Share, 1e-15));
    }

    /// <summary>
    /// From the phone's screen B steps until something is done: at once, or after going home, by the link or by opening the web anew, and back.
    /// So B = 1 + 2/3 (1 + B), which is 5.
    /// </summary>
    [Fact]
    public void Wandering_is_geometric()
    {
        var chance = Find(SmallPolicies.TwoScreens, SmallPolicies.Even);

        Assert.Equal((1, 1, 1 + 5 + 5 + 5), (chance.Enrolled, chance.Sms, chance.Steps));
    }

    /// <summary>
    /// From the web, half leave for the app at once, and half of the refused go there, too; from the app, half submit, and half go back. So
    /// x = 3/4 y and y = 1/2 + 1/2 x.
    /// </summary>
    [Fact]
    public void A_refusal_is_given_up_at_or_left_for_another_surface()
    {
        var chance = Find(SmallPolicies.TwoSurfaces, SmallPolicies.Even with { GiveUpAtRefusal = 0.5 }, SmallPolicies.Israel);

        Assert.Equal(0.6, chance.Enrolled, 1e-15);
        Assert.Equal(0.6, chance.Sms, 1e-15);
        Assert.Equal(0.4, Assert.Single(chance.Leavings).Share, 1e-15);
        Assert.Equal((LeavingReason.Refused, RefusalCode.CountryNotServed), (chance.Leavings[0].Reason, chance.Leavings[0].Refusal));
    }

    /// <summary>After the refusal the app weighs 9 where the page names it, beside the 1 of the television; and 1 where it does not.</summary>
    [Theory]
    [InlineData(false, 1.0)]
    [InlineData(true, 9.0)]
    public void A_way_out_that_the_page_shows_has_its_own_weight(bool shows, double weight)
    {
        var behaviour = SmallPolicies.Even with { GiveUpAtRefusal = 0.5, Weights = SmallPolicies.Even.Weights with { ShownWayOut = 9 } };
        var chance = Find(SmallPolicies.ThreeSurfaces(shows), behaviour, SmallPolicies.Israel);

        // x from the web, a from the app, t from the television; a refused user who stays goes to the app or the television.
        // a = 1/3 + x/3 + t/3, t = x/2 + a/2, x = a/3 + t/3 + 1/6 (weight a + t) / (weight + 1).
        var x = 0.5;
        for (var i = 0; i < 1000; i++)
        {
            var a = (2 + (3 * x)) / 5;
            var t = (x + a) / 2;
            x = ((a + t) / 3) + (((weight * a) + t) / (6 * (weight + 1)));
        }

        Assert.Equal(x, chance.Enrolled, 1e-14);
    }

    /// <summary>With its phone verified, half enable over SMS, and half register a device first and then enable: one step and a half.</summary>
    [Fact]
    public void A_device_is_registered_where_the_app_channel_is_offered()
    {
        var chance = Find(SmallPolicies.OneScreen, SmallPolicies.Even with { Weights = SmallPolicies.Even.Weights with { RegisterDevice = 1 } });

        Assert.Equal((1, 3.5), (chance.Enrolled, chance.Steps));
    }

    [Fact]
    public void Who_is_served_nowhere_is_stuck_from_the_start()
    {
        var policy = EnrolmentPolicy.Create(SmallPolicies.OneScreen.Document with { Rules = SmallPolicies.TwoSurfaces.Document.Rules });
        var chance = Find(policy, SmallPolicies.Even, SmallPolicies.Israel);

        Assert.Equal((0, 0, 1, 0), (chance.Enrolled, chance.GaveUp, chance.Stuck, chance.Steps));
    }

    private static EnrolmentChance Find(EnrolmentPolicy policy, EnrolmentBehaviour behaviour, CountryCode? country = null) =>
        EnrolmentChances.Of(policy, behaviour).Find(SmallPolicies.Web, country ?? Anywhere);
}
