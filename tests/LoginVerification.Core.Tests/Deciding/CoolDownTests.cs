using NodaTime;

namespace LoginVerification.Tests;

/// <summary>The wait after a removal: from which moments it counts, for whom, how long, and what it leaves alone.</summary>
public sealed class CoolDownTests
{
    private static readonly Duration CoolDown = Duration.FromDays(3);
    private static readonly EnrolmentPolicy Policy = With(policy => policy);
    private static readonly SubmitPhone Submission = new("+972502345678");

    [Fact]
    public void A_number_is_refused_until_the_time_that_is_told_and_taken_from_then_on()
    {
        var removed = After(Given.PhoneVerified, new RemovePhone(), Given.BenignFacts());

        var refusal = Submit(removed, Given.Now + CoolDown - Given.Millisecond).Refusal!;
        Assert.Equal((RefusalCode.CoolingDown, Given.Now + CoolDown), (refusal.Code, refusal.RetryAt));
        Assert.Equal("coolDownAfterRemoval", refusal.Source.ToString());
        Assert.Null(Submit(removed, Given.Now + CoolDown).Refusal);
    }

    [Fact]
    public void Without_a_cool_down_a_number_is_taken_at_once() =>
        Assert.Null(Submit(After(Given.PhoneVerified, new RemovePhone(), Given.BenignFacts()), Given.Now, With(policy => policy with { CoolDownAfterRemoval = Duration.Zero })).Refusal);

    [Fact]
    public void It_holds_for_the_number_that_was_removed_as_well()
    {
        var removed = After(Given.PhoneVerified, new RemovePhone(), Given.BenignFacts());

        Assert.Equal(RefusalCode.CoolingDown, Decide(removed, Submission, Given.BenignFacts(Given.American)).Refusal?.Code);
    }

    [Fact]
    public void It_counts_from_a_removal_by_staff()
    {
        var removed = After(Given.PhoneVerified, new RemovePhone(), Given.BenignFacts() with { Origin = new Origin(Given.Now, Initiator.Operator, null) });

        Assert.Equal(RefusalCode.CoolingDown, Submit(removed, Given.Now).Refusal?.Code);
    }

    [Fact]
    public void It_counts_from_a_STOP_that_removes_the_phone()
    {
        var policy = With(policy => policy with { OnStop = StopMode.RemovePhone });
        var removed = After(Given.PhoneVerified, new OptOutOfDelivery(""), Given.BenignFacts(Given.American) with { Origin = new Origin(Given.Now, Initiator.Carrier, null) }, policy);

        Assert.Equal(RefusalCode.CoolingDown, Submit(removed, Given.Now, policy).Refusal?.Code);
    }

    [Fact]
    public void A_pending_number_that_is_cancelled_begins_none()
    {
        var cancelled = After(Given.PhonePending, new CancelPending(), Given.BenignFacts());

        Assert.NotEqual(RefusalCode.CoolingDown, Submit(cancelled, Given.Now).Refusal?.Code);
    }

    [Fact]
    public void A_number_that_takes_anothers_place_begins_none_and_neither_ends_nor_meets_one()
    {
        var replaced = After(Given.PhoneVerified.With(Given.Pending(Given.Israeli)), new ConfirmCode("123456"), Given.BenignFacts());

        Assert.Null(replaced.PhoneRemovedAt);
        Assert.NotEqual(RefusalCode.CoolingDown, Submit(Given.PhoneVerified with { PhoneRemovedAt = Given.Now }, Given.Now).Refusal?.Code);
    }

    [Fact]
    public void A_number_that_staff_move_in_is_not_held_up()
    {
        var removed = After(Given.PhoneVerified, new RemovePhone(), Given.BenignFacts());

        Assert.Null(Decide(removed, new ImportVerifiedPhone("", Given.Now), Given.BenignFacts(Given.Israeli) with { Origin = new Origin(Given.Now, Initiator.Operator, null) }).Refusal);
    }

    [Fact]
    public void What_asks_for_a_number_leads_to_the_time_at_which_one_can_be_added()
    {
        var removed = After(Given.PhoneVerified, new RemovePhone(), Given.BenignFacts());
        var explainer = new Explainer(Policy);

        foreach (var command in new UserCommand[] { Submission, new EnableVerification(VerificationChannel.Sms), new ConfirmCode("123456") })
            Assert.Equal([new WayOut.Retry(Given.Now + CoolDown)], explainer.Decide(removed, command, Given.BenignFacts(Given.Israeli)).Refusal!.WaysOut);
    }

    private static Decision Submit(Enrolment enrolment, Instant at, EnrolmentPolicy? policy = null) =>
        Decide(enrolment, Submission, Given.BenignFacts(Given.Israeli) with { Origin = Given.ByUser with { At = at }, AuthenticatedAt = at }, policy);

    private static Enrolment After(Enrolment enrolment, EnrolmentCommand command, Facts facts, EnrolmentPolicy? policy = null) =>
        Decide(enrolment, command, facts, policy).Events.Aggregate(enrolment, Evolution.Apply);

    private static Decision Decide(Enrolment enrolment, EnrolmentCommand command, Facts facts, EnrolmentPolicy? policy = null) =>
        Decider.Decide(enrolment, command, facts, policy ?? Policy);

    private static EnrolmentPolicy With(Func<PolicyDocument, PolicyDocument> change) =>
        EnrolmentPolicy.Create(change(TestPolicies.Document with { CoolDownAfterRemoval = CoolDown }));
}
