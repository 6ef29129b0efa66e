using NodaTime;

namespace LoginVerification.Tests;

public sealed class EvolutionTests
{
    private static readonly Instant Later = Given.Now + Duration.FromMinutes(2);

    [Fact]
    public void A_resend_replaces_the_code_keeps_the_number_and_the_time_to_lapse_and_remembers_the_earlier_code()
    {
        var before = Given.PhonePending;

        var after = Evolution.Apply(before, EventSamples.Event(LifecycleTrigger.CodeReissued));

        Assert.Equal(before.Pending! with { Challenge = Given.Challenge(Given.Israeli.Number, "newer", Given.Now) }, after.Pending);
        Assert.Equal([before.Pending!.Challenge], after.EarlierChallenges);
        Assert.Equal([.. before.Sends, new SentCode(CodePurpose.Enrol, Given.Israeli.Number, Given.Now)], after.Sends);
    }

    [Fact]
    public void The_same_code_sent_again_is_one_more_send_and_changes_nothing_of_the_code()
    {
        var before = Given.PhonePending with { CodeDelivery = DeliveryFailure.GivenUp };

        var after = Evolution.Apply(before, EventSamples.Event(LifecycleTrigger.CodeResent));

        Assert.Equal(before.Pending, after.Pending);
        Assert.Empty(after.EarlierChallenges);
        Assert.Equal([.. before.Sends, new SentCode(CodePurpose.Enrol, Given.Israeli.Number, Given.Now)], after.Sends);
        Assert.Null(after.CodeDelivery);
    }

    [Fact]
    public void Why_a_code_did_not_arrive_is_known_until_the_next_one_or_until_the_number_is_gone()
    {
        var failed = Evolution.Apply(Given.PhonePending, EventSamples.Event(LifecycleTrigger.DeliveryFailed, Given.PhonePending));

        Assert.Equal(DeliveryFailure.Refused, failed.CodeDelivery);
        foreach (var trigger in new[] { LifecycleTrigger.CodeResent, LifecycleTrigger.CodeReissued, LifecycleTrigger.PhoneSubmitted, LifecycleTrigger.CodeMatched, LifecycleTrigger.PendingCancelled, LifecycleTrigger.PendingLapsed })
            Assert.Null(Evolution.Apply(failed, EventSamples.Event(trigger, failed)).CodeDelivery);
        Assert.Equal(DeliveryFailure.Refused, Evolution.Apply(failed, EventSamples.Event(LifecycleTrigger.CodeMismatched, failed)).CodeDelivery);
    }

    [Fact]
    public void Another_number_replaces_the_pending_one_and_remembers_its_code()
    {
        var after = Evolution.Apply(Given.PhonePending, EventSamples.Event(LifecycleTrigger.PhoneSubmitted));

        Assert.Equal(Given.British, after.Pending!.Details);
        Assert.Equal(Given.Now + Duration.FromHours(24), after.Pending.LapsesAt);
        Assert.Equal([Given.PhonePending.Pending!.Challenge], after.EarlierChallenges);
    }

    [Fact]
    public void A_replacement_leaves_the_verified_number_and_the_channel_in_force()
    {
        var after = Evolution.Apply(Given.VerificationEnabled, EventSamples.Event(LifecycleTrigger.PhoneSubmitted));

        Assert.Equal(Given.VerificationEnabled.Phone, after.Phone);
        Assert.Equal(VerificationChannel.Sms, after.ActiveChannel);
    }

    [Fact]
    public void A_cancelled_code_is_remembered_while_it_is_inside_its_life()
    {
        var cancelled = Evolution.Apply(Given.PhonePending, new PendingCancelled(Given.Israeli.Number) { Origin = Given.ByUser });
        var atTheEndOfItsLife = Given.ByUser with { At = Given.PhonePending.Pending!.Challenge.ExpiresAt };
        var forgotten = Evolution.Apply(Given.PhonePending, new PendingCancelled(Given.Israeli.Number) { Origin = atTheEndOfItsLife });

        Assert.Equal([Given.PhonePending.Pending.Challenge], cancelled.EarlierChallenges);
        Assert.Empty(forgotten.EarlierChallenges);
    }

    [Fact]
    public void Sends_outside_the_window_are_forgotten_with_the_next_one_and_the_one_on_its_edge_with_them()
    {
        var countFrom = Given.Now - Duration.FromHours(24);
        var number = Given.American.Number;
        var before = Given.NoPhone with
        {
            Sends = [new(CodePurpose.Enrol, number, countFrom - Given.Millisecond), new(CodePurpose.Enrol, number, countFrom), new(CodePurpose.Enrol, number, countFrom + Given.Millisecond)],
        };

        var after = Evolution.Apply(before, EventSamples.Event(LifecycleTrigger.PhoneSubmitted));

        Assert.Equal([new(CodePurpose.Enrol, number, countFrom + Given.Millisecond), new SentCode(CodePurpose.Enrol, Given.British.Number, Given.Now)], after.Sends);
    }

    [Fact]
    public void A_wrong_code_counts_against_the_code_and_against_the_number()
    {
        var before = Given.PhonePending with { Failures = [new(CodePurpose.Enrol, Given.Israeli.Number, 2), new(CodePurpose.Enrol, Given.British.Number, 4)] };

        var after = Evolution.Apply(before, EventSamples.Event(LifecycleTrigger.CodeMismatched));

        Assert.Equal(1, after.Pending!.Challenge.WrongTries);
        Assert.Equal(7, after.FailureCount(CodePurpose.Enrol));
        Assert.Equal(3, after.Failures.Single(failure => failure.Number == Given.Israeli.Number).Count);
    }

    [Fact]
    public void A_wrong_code_without_a_lock_leaves_an_earlier_lock_in_the_books()
    {
        var before = Given.PhonePending with { Locks = [new PurposeLock(CodePurpose.Enrol, Given.Now - Given.Millisecond)] };

        var after = Evolution.Apply(before, EventSamples.Event(LifecycleTrigger.CodeMismatched));
        var locked = Evolution.Apply(before, new CodeMismatched(new ChallengeId("current"), CodePurpose.Enrol, CodeMatch.None, Later) { Origin = Given.ByUser });

        Assert.Equal(before.LockedUntil(CodePurpose.Enrol), after.LockedUntil(CodePurpose.Enrol));
        Assert.Equal(Later, locked.LockedUntil(CodePurpose.Enrol));
    }

    [Theory]
    [InlineData(LifecycleTrigger.PhoneSubmitted)]
    [InlineData(LifecycleTrigger.CodeResent)]
    [InlineData(LifecycleTrigger.CodeReissued)]
    [InlineData(LifecycleTrigger.PendingCancelled)]
    [InlineData(LifecycleTrigger.PendingLapsed)]
    [InlineData(LifecycleTrigger.PhoneImported)]
    [InlineData(LifecycleTrigger.DeliveryRestored)]
    [InlineData(LifecycleTrigger.NoticesAcknowledged)]
    public void No_code_number_or_cancel_forgives_a_failure(LifecycleTrigger trigger)
    {
        var start = trigger is LifecycleTrigger.PhoneImported ? Given.NoPhone : Given.PhonePending;
        var before = EventSamples.WithBooks(start) with { Locks = [new PurposeLock(CodePurpose.Enrol, Given.Now), new PurposeLock(CodePurpose.SignIn, Later)] };

        var after = Evolution.Apply(before, EventSamples.Event(trigger, before));

        Assert.Equal(before.Failures, after.Failures);
        Assert.Equal(before.Locks, after.Locks);
    }

    [Fact]
    public void A_match_verifies_the_number_and_forgives_what_was_failed_on_it_alone()
    {
        var before = Given.PhonePending with
        {
            Failures = [new(CodePurpose.Enrol, Given.Israeli.Number, 2), new(CodePurpose.Enrol, Given.British.Number, 4)],
            OptedOut = [new OptOut(Given.Israeli.Number, Given.Now), new OptOut(Given.British.Number, Given.Now)],
        };

        var after = Evolution.Apply(before, EventSamples.Event(LifecycleTrigger.CodeMatched));

        Assert.Equal(new VerifiedPhone(Given.Israeli, Given.Now), after.Phone);
        Assert.Null(after.Pending);
        Assert.Equal([new WrongCodes(CodePurpose.Enrol, Given.British.Number, 4)], after.Failures);
        Assert.Equal([new OptOut(Given.British.Number, Given.Now)], after.OptedOut);
        Assert.Equal(before.Sends, after.Sends);
    }

    [Fact]
    public void A_match_consumes_its_code_and_leaves_earlier_ones_recognisable_to_the_end_of_their_life()
    {
        var alive = Given.Challenge(Given.British.Number, "alive", Given.Now - Duration.FromMinutes(10) + Given.Millisecond);
        var dead = Given.Challenge(Given.British.Number, "dead", Given.Now - Duration.FromMinutes(10));

        var after = Evolution.Apply(Given.PhonePending with { EarlierChallenges = [dead, alive] }, EventSamples.Event(LifecycleTrigger.CodeMatched));

        Assert.Equal([alive], after.EarlierChallenges);
    }

    [Fact]
    public void A_match_on_the_verified_number_itself_ends_its_doubt()
    {
        var doubted = Given.VerificationEnabled with { Phone = Given.VerificationEnabled.Phone! with { NeedsReverification = true } };

        var after = Evolution.Apply(doubted.With(Given.Pending(Given.American)), EventSamples.Event(LifecycleTrigger.CodeMatched));

        Assert.Equal(new VerifiedPhone(Given.American, Given.Now), after.Phone);
        Assert.Equal(VerificationChannel.Sms, after.ActiveChannel);
    }

    [Fact]
    public void A_replaced_number_gives_way_to_the_pending_one_and_the_channel_stays()
    {
        var after = Evolution.Apply(Given.VerificationEnabled.With(Given.Pending(Given.Israeli)), EventSamples.Event(LifecycleTrigger.PhoneReplaced));

        Assert.Equal(new VerifiedPhone(Given.Israeli, Given.Now), after.Phone);
        Assert.Null(after.Pending);
        Assert.Equal(VerificationChannel.Sms, after.ActiveChannel);
    }

    [Fact]
    public void Unlock_forgives_every_number_and_opens_the_lock()
    {
        var before = Given.PhonePending with { Failures = [new(CodePurpose.Enrol, Given.Israeli.Number, 2), new(CodePurpose.Enrol, Given.British.Number, 4)], Locks = [new PurposeLock(CodePurpose.Enrol, Later)] };

        var after = Evolution.Apply(before, EventSamples.Event(LifecycleTrigger.Unlocked, before));

        Assert.Equal(0, after.FailureCount(CodePurpose.Enrol));
        Assert.Null(after.LockedUntil(CodePurpose.Enrol));
    }

    [Fact]
    public void An_opt_out_and_a_report_change_neither_number_nor_channel()
    {
        var optedOut = Evolution.Apply(Given.VerificationEnabled, EventSamples.Event(LifecycleTrigger.DeliveryOptedOut, Given.VerificationEnabled));
        var reported = Evolution.Apply(Given.VerificationEnabled, EventSamples.Event(LifecycleTrigger.PhoneInvalidated, Given.VerificationEnabled));

        Assert.Equal(Given.VerificationEnabled with { Version = 8, ChangedAt = Given.Now, OptedOut = [new OptOut(Given.American.Number, Given.Now)] }, optedOut);
        Assert.Equal(Given.VerificationEnabled with { Version = 8, ChangedAt = Given.Now, Phone = Given.VerificationEnabled.Phone! with { NeedsReverification = true } }, reported);
    }

    [Fact]
    public void Replay_starts_from_nothing_and_rejects_a_history_with_an_event_left_out()
    {
        EnrolmentEvent[] history =
        [
            EventSamples.Event(LifecycleTrigger.PhoneSubmitted, new Enrolment(Given.Alice)),
            new CodeMatched(new ChallengeId("newer")) { Origin = Given.ByUser },
            EventSamples.Event(LifecycleTrigger.ChannelEnabled),
        ];

        Assert.Equal(new Enrolment(Given.Alice), Evolution.Replay(Given.Alice, []));
        Assert.Equal(EnrolmentState.VerificationEnabled, Evolution.Replay(Given.Alice, history).State);
        Assert.Equal(3, Evolution.Replay(Given.Alice, history).Version);
        Assert.Equal(history[0].Begins, Evolution.Replay(Given.Alice, history).Id);
        Assert.Throws<InvalidOperationException>(() => Evolution.Replay(Given.Alice, [history[0], history[2]]));
        Assert.Throws<InvalidOperationException>(() => Evolution.Replay(Given.Alice, history.Reverse()));
    }
}
