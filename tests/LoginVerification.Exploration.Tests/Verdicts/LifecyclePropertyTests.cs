using LoginVerification.Exploration.Tests.Support;
using NodaTime;

namespace LoginVerification.Exploration.Tests.Verdicts;

/// <summary>Each property of the lifecycle sees what is bad in an enrolment or a step made by hand, and nothing bad in the sound one beside it.</summary>
public class LifecyclePropertyTests
{
    private static readonly EnrolmentLimits Limits = Scales.Of("consistent", new ExplorationScale
    {
        WrongTries = 2,
        EveryFailures = 2,
        FinalFailures = 4,
        SendsPerNumber = 2,
        SendsPerAccount = 3,
    }).Limits;

    private static readonly ShapeSpace Space = new(Limits);
    private static readonly PhoneNumber First = SampleNumbers.All[0].Number;
    private static readonly PhoneNumber Second = SampleNumbers.All[1].Number;
    private static readonly Book Sent = new(1, true, 0, Past.Texted, Stop.None);

    private static readonly Shape Waiting = default(Shape) with { First = Sent, Pending = Slot.First };
    private static readonly Shape Verified = default(Shape) with { First = Sent, IsVerified = true };
    private static readonly Shape Enabled = Verified with { Active = VerificationChannel.Sms };
    private static readonly Shape Replacing = Enabled with { Second = Sent, Pending = Slot.Second };

    private static readonly Instant Now = ShapeSpace.Now;

    [Fact]
    public void An_active_channel_without_a_verified_number_is_seen()
    {
        var sound = Of(Enabled);
        var bad = sound with { Phone = null };

        Assert.Equal(Observations.Trigger, new EnabledImpliesVerifiedPhone().At(sound, Limits));
        AssertViolated(new EnabledImpliesVerifiedPhone().At(bad, Limits));
    }

    [Fact]
    public void A_channel_that_is_active_while_verification_is_not_enabled_is_seen()
    {
        Assert.Equal(Observations.Trigger, new EnabledIffChannel().At(Of(Enabled), Limits));
        Assert.Equal(Observations.OtherTrigger, new EnabledIffChannel().At(Of(Verified), Limits));
        AssertViolated(new EnabledIffChannel().At(Of(Waiting) with { ActiveChannel = VerificationChannel.AppPush }, Limits));
    }

    [Theory]
    [InlineData("EnableVerification AppPush", "EnableVerification AppPush, no device")]
    [InlineData("ChangeChannel AppPush", "ChangeChannel AppPush, no device")]
    public void The_app_channel_turned_on_without_a_device_is_seen(string soundInput, string badInput)
    {
        var isChange = soundInput.StartsWith("Change", StringComparison.Ordinal);
        var before = Of(isChange ? Enabled : Verified);
        EnrolmentEvent turnedOn = isChange
            ? new ChannelChanged(VerificationChannel.Sms, VerificationChannel.AppPush, Now - Limits.ChannelChanges.Window) { Origin = By(Initiator.User) }
            : new ChannelEnabled(VerificationChannel.AppPush, Now - Limits.ChannelChanges.Window) { Origin = By(Initiator.User) };

        Assert.Equal(Observations.Trigger, new PushImpliesDevice().On(Asked(before, soundInput, turnedOn)));
        AssertViolated(new PushImpliesDevice().On(Asked(before, badInput, turnedOn)));
    }

    [Fact]
    public void The_SMS_channel_needs_no_device()
    {
        var asked = Asked(Of(Verified), "EnableVerification Sms, no device", new ChannelEnabled(VerificationChannel.Sms, Now - Limits.ChannelChanges.Window) { Origin = By(Initiator.User) });

        Assert.Equal(Observations.None, new PushImpliesDevice().On(asked));
    }

    [Fact]
    public void More_wrong_codes_than_the_limit_are_seen()
    {
        Assert.Equal(Observations.None, new TriesBounded().At(Tried(1), Limits));
        Assert.Equal(Observations.Trigger, new TriesBounded().At(Tried(2), Limits));
        AssertViolated(new TriesBounded().At(Tried(3), Limits));
    }

    [Fact]
    public void A_code_that_is_taken_at_the_limit_of_wrong_codes_is_seen()
    {
        foreach (var (input, taken) in new (string, EnrolmentEvent)[] { ("ConfirmCode", Matched), ("ConfirmCode, wrong code", Mismatched) })
        {
            Assert.Equal(Observations.None, new TriesBounded().On(Asked(Tried(1), input, taken)));
            AssertViolated(new TriesBounded().On(Asked(Tried(2), input, taken)));
        }

        var replacing = Of(Replacing);
        Assert.Equal(Observations.None, new TriesBounded().On(Asked(replacing, "ConfirmCode, second number", Replaced)));
        AssertViolated(new TriesBounded().On(Asked(WithCode(replacing, code => code with { WrongTries = 2 }), "ConfirmCode, second number", Replaced)));
    }

    [Fact]
    public void A_new_code_at_the_limit_of_wrong_codes_is_sound()
    {
        var before = Tried(2);

        Assert.Equal(Observations.None, new TriesBounded().On(Asked(before, "ResendCode", Reissued(before))));
    }

    [Fact]
    public void More_codes_to_a_number_than_the_limit_are_seen()
    {
        Assert.Equal(Observations.None, new SendsBounded().At(SentTo(First), Limits));
        Assert.Equal(Observations.Trigger, new SendsBounded().At(SentTo(First, First), Limits));
        AssertViolated(new SendsBounded().At(SentTo(First, First, First), Limits));
        AssertViolated(new SendsBounded().At(SentTo(First, Second, Second, Second), Limits));
    }

    [Fact]
    public void More_codes_to_an_account_than_the_limit_are_seen()
    {
        Assert.Equal(Observations.Trigger, new SendsBounded().At(SentTo(First, Second, First), Limits));
        AssertViolated(new SendsBounded().At(SentTo(First, Second, First, Second), Limits));
    }

    [Fact]
    public void A_match_of_a_live_code_is_sound()
    {
        var before = Of(Waiting);
        Enrolment[] live =
        [
            before,
            WithCode(before, code => code with { WrongTries = 1 }),
            WithCode(before, code => code with { IssuedAt = Now }),
            WithCode(before, code => code with { ExpiresAt = Now + Duration.Epsilon }),
            before with { Locks = [new PurposeLock(CodePurpose.Enrol, Now)] },
            before with { Failures = [new WrongCodes(CodePurpose.Enrol, Second, 3)] },
        ];

        Assert.All(live, enrolment => Assert.Equal(Observations.Trigger, new NoVerifyWithoutLiveCode().On(Asked(enrolment, "ConfirmCode", Matched))));
    }

    [Fact]
    public void A_match_of_a_dead_or_locked_code_is_seen()
    {
        var before = Of(Waiting);
        Enrolment[] dead =
        [
            Of(Waiting with { WrongTries = Shape.Expired }),
            Of(Waiting with { Locked = true }),
            WithCode(before, code => code with { ExpiresAt = Now }),
            WithCode(before, code => code with { IssuedAt = Now + Duration.Epsilon }),
            WithCode(before, code => code with { WrongTries = 2 }),
            before with { Locks = [new PurposeLock(CodePurpose.Enrol, Now + Duration.Epsilon)] },
            before with { Failures = [new WrongCodes(CodePurpose.Enrol, First, 2), new WrongCodes(CodePurpose.Enrol, Second, 2)] },
        ];

        Assert.All(dead, enrolment => AssertViolated(new NoVerifyWithoutLiveCode().On(Made(enrolment, "ConfirmCode", Confirmed(enrolment), Matched))));
    }

    [Fact]
    public void A_dead_code_that_verifies_a_number_anew_or_in_place_of_another_is_seen()
    {
        var again = Again();
        var replacing = Of(Replacing);

        Assert.Equal(Observations.Trigger, new NoVerifyWithoutLiveCode().On(Asked(again, "ConfirmCode", Matched)));
        AssertViolated(new NoVerifyWithoutLiveCode().On(Made(Expired(again), "ConfirmCode", Confirmed(again), Matched)));
        Assert.Equal(Observations.Trigger, new NoVerifyWithoutLiveCode().On(Asked(replacing, "ConfirmCode, second number", Replaced)));
        AssertViolated(new NoVerifyWithoutLiveCode().On(Made(Expired(replacing), "ConfirmCode, second number", Confirmed(replacing), Replaced)));
    }

    [Fact]
    public void A_number_verified_without_any_code_is_seen()
    {
        var asked = Made(Of(default), "SubmitPhone", Of(Verified), Matched);

        AssertViolated(new NoVerifyWithoutLiveCode().On(asked));
        AssertViolated(new CodeBoundToNumber().On(asked));
    }

    [Theory]
    [InlineData("wrong code", nameof(Observations.None))]
    [InlineData("superseded code", nameof(Observations.Trigger))]
    [InlineData("another number's code", nameof(Observations.OtherTrigger))]
    public void A_match_of_another_code_than_the_newest_is_seen(string code, string tried)
    {
        var property = new CodeBoundToNumber();
        foreach (var before in new[] { Of(Waiting), Again() })
        {
            Assert.Equal(Observations.None, property.On(Asked(before, "ConfirmCode", Matched)));
            Assert.Equal(Enum.Parse<Observations>(tried), property.On(Asked(before, $"ConfirmCode, {code}", Mismatched)));
            AssertViolated(property.On(Asked(before, $"ConfirmCode, {code}", Matched)));
        }

        Assert.Equal(Observations.None, property.On(Asked(Of(Replacing), "ConfirmCode, second number", Replaced)));
        AssertViolated(property.On(Asked(Of(Replacing), $"ConfirmCode, second number, {code}", Replaced)));
    }

    [Fact]
    public void A_match_of_a_code_that_was_sent_to_another_number_is_seen()
    {
        var before = WithCode(Of(Waiting), code => code with { Number = Second });

        AssertViolated(new CodeBoundToNumber().On(Asked(before, "ConfirmCode", Matched)));
    }

    [Theory]
    [InlineData("DisableVerification", Initiator.User, Initiator.Operator)]
    [InlineData("DisableVerification by staff", Initiator.Operator, Initiator.User)]
    [InlineData("RemovePhone", Initiator.User, Initiator.Time)]
    [InlineData("InvalidatePhone", Initiator.Carrier, Initiator.User)]
    [InlineData("OptOutOfDelivery", Initiator.Carrier, Initiator.Operator)]
    public void Protection_that_ends_in_anothers_name_is_seen(string input, Initiator by, Initiator other)
    {
        var (before, after) = (Of(Enabled), Of(Enabled) with { ActiveChannel = null });

        Assert.Equal(Observations.Trigger, new NoSilentDisable().On(Made(before, input, after, Disabled(by))));
        AssertViolated(new NoSilentDisable().On(Made(before, input, after, Disabled(other))));
    }

    [Fact]
    public void Protection_that_ends_without_a_word_is_seen()
    {
        var before = Of(Enabled);
        var after = before with { ActiveChannel = null };
        var dropped = new ProtectionDropped(VerificationChannel.Sms, DisableCause.Requested) { Origin = By(Initiator.User) };

        AssertViolated(new NoSilentDisable().On(Made(before, "DisableVerification", after, dropped)));
        AssertViolated(new NoSilentDisable().On(Made(before, "DisableVerification", after, dropped, Disabled(Initiator.User))));
        AssertViolated(new NoSilentDisable().On(Made(before, "RemovePhone", after with { Phone = null }, Removed)));
    }

    [Fact]
    public void Protection_that_stays_is_sound()
    {
        var asked = Asked(Of(Enabled), "SubmitPhone, second number", Submitted);

        Assert.Equal(Observations.None, new NoSilentDisable().On(asked));
    }

    [Fact]
    public void Failures_that_are_gone_by_a_new_code_are_seen()
    {
        var before = Of(Waiting) with { Failures = [new WrongCodes(CodePurpose.Enrol, First, 2)] };
        var sound = Asked(before, "ResendCode", Reissued(before));

        Assert.Equal(Observations.Trigger, new FailureBudgetNeverResets().At(before, Limits));
        Assert.Equal(Observations.None, new FailureBudgetNeverResets().On(sound));
        AssertViolated(new FailureBudgetNeverResets().On(sound with { After = sound.After with { Failures = [] } }));
        AssertViolated(new FailureBudgetNeverResets().On(sound with { After = sound.After with { Failures = [new WrongCodes(CodePurpose.Enrol, First, 1)] } }));
        AssertViolated(new FailureBudgetNeverResets().On(sound with { After = sound.After with { Failures = [new WrongCodes(CodePurpose.Enrol, Second, 2)] } }));
    }

    [Fact]
    public void Failures_of_another_number_that_are_gone_by_a_match_are_seen()
    {
        var before = Of(Replacing) with { Failures = [new WrongCodes(CodePurpose.Enrol, First, 1), new WrongCodes(CodePurpose.Enrol, Second, 1)] };
        var sound = Asked(before, "ConfirmCode, second number", Replaced);

        Assert.Equal([new WrongCodes(CodePurpose.Enrol, First, 1)], sound.After.Failures);
        Assert.Equal(Observations.None, new FailureBudgetNeverResets().On(sound));
        AssertViolated(new FailureBudgetNeverResets().On(sound with { After = sound.After with { Failures = [] } }));
    }

    [Fact]
    public void Failures_that_are_gone_by_a_wrong_code_are_seen()
    {
        var before = Of(Waiting) with { Failures = [new WrongCodes(CodePurpose.Enrol, First, 1)] };
        var sound = Asked(before, "ConfirmCode, wrong code", Mismatched);

        Assert.Equal(Observations.None, new FailureBudgetNeverResets().On(sound));
        AssertViolated(new FailureBudgetNeverResets().On(sound with { After = sound.After with { Failures = [] } }));
    }

    [Fact]
    public void Failures_that_are_gone_by_a_match_or_by_Unlock_are_sound()
    {
        var before = Of(Waiting) with { Failures = [new WrongCodes(CodePurpose.Enrol, First, 1)] };
        var unlocked = new Unlocked(1) { Origin = By(Initiator.Operator) };

        foreach (var asked in new[] { Asked(before, "ConfirmCode", Matched), Asked(before, "Unlock", unlocked) })
        {
            Assert.Empty(asked.After.Failures);
            Assert.Equal(Observations.None, new FailureBudgetNeverResets().On(asked));
        }
    }

    [Theory]
    [InlineData("SubmitPhone, second number")]
    [InlineData("ResendCode, second number")]
    [InlineData("ConfirmCode, second number, wrong code")]
    [InlineData("ConfirmCode, second number")]
    [InlineData("CancelPending, second number")]
    [InlineData("CancelPending by staff, second number")]
    [InlineData("LapsePending, second number")]
    public void Protection_that_ends_by_what_concerns_the_pending_number_is_seen(string input)
    {
        var before = Of(Replacing);
        var by = InputOf(input).Facts!.Origin.By;
        // Nothing lapses before its time.
        before = before with { Pending = before.Pending! with { LapsesAt = by is Initiator.Time ? Now : before.Pending.LapsesAt } };
        EnrolmentEvent happened = InputOf(input) switch
        {
            { Command: SubmitPhone } => Submitted,
            { Command: ResendCode } => Reissued(before),
            { Facts.CodeMatch: CodeMatch.None } => Mismatched,
            { Command: ConfirmCode } => Replaced,
            { Command: CancelPending } => new PendingCancelled(Second) { Origin = By(by) },
            _ => new PendingLapsed(Second) { Origin = By(by) },
        };
        var sound = Asked(before, input, happened);
        var property = new ReplacementKeepsProtection();

        Assert.Equal(Observations.Trigger, property.At(before, Limits));
        Assert.Equal(Observations.None, property.On(sound));
        AssertViolated(property.On(sound with { After = sound.After with { ActiveChannel = null } }));
        AssertViolated(property.On(sound with { After = sound.After with { Phone = null } }));

        // That it is told, and to whom it is ascribed, is beside the point.
        var disabled = Made(before, input, sound.After with { ActiveChannel = null }, Disabled(by), happened);
        Assert.Equal(EnrolmentState.PhoneVerified, disabled.After.State);
        AssertViolated(property.On(disabled));
    }

    [Fact]
    public void Protection_may_end_beside_a_pending_number_by_other_commands()
    {
        var disabled = Asked(Of(Replacing), "DisableVerification", Disabled(Initiator.User));
        var cancelled = new PendingCancelled(Second) { Origin = By(Initiator.User) };
        var removed = Asked(Of(Replacing), "RemovePhone", cancelled, Disabled(Initiator.User), Removed);

        Assert.Equal(Observations.None, new ReplacementKeepsProtection().On(disabled));
        Assert.Equal(Observations.None, new ReplacementKeepsProtection().On(removed));
    }

    [Fact]
    public void A_number_that_waits_beside_one_that_begins_to_protect_is_seen()
    {
        var waiting = Of(Replacing) with { ActiveChannel = null };
        var enabled = new ChannelEnabled(VerificationChannel.Sms, Now - Limits.ChannelChanges.Window) { Origin = By(Initiator.User) };
        var after = waiting with { ActiveChannel = VerificationChannel.Sms };

        Assert.Equal(Observations.Trigger, new NoPlantedNumber().On(Made(waiting, "EnableVerification Sms", after with { Pending = null }, enabled)));
        AssertViolated(new NoPlantedNumber().On(Made(waiting, "EnableVerification Sms", after, enabled)));
    }

    [Theory]
    [InlineData("SubmitPhone, second number")]
    [InlineData("ResendCode")]
    [InlineData("ConfirmCode, second number")]
    public void A_replacement_without_a_recent_authentication_is_seen(string input)
    {
        var before = Of(Replacing);
        EnrolmentEvent happened = InputOf(input).Command switch
        {
            SubmitPhone => Submitted,
            ResendCode => Reissued(before),
            _ => Replaced,
        };

        Assert.Equal(Observations.Trigger, new NoPlantedNumber().On(Asked(before, input, happened)));
        AssertViolated(new NoPlantedNumber().On(Asked(before, $"{input}, old authentication", happened)));
    }

    [Fact]
    public void A_first_number_and_one_that_is_confirmed_again_need_no_recent_authentication()
    {
        foreach (var before in new[] { Of(Waiting), Again() })
            Assert.Equal(Observations.None, new NoPlantedNumber().On(Asked(before, "ConfirmCode, old authentication", Matched)));
    }

    private static CodeMatched Matched { get; } = new(new ChallengeId("pending")) { Origin = By(Initiator.User) };

    private static CodeMismatched Mismatched { get; } = new(new ChallengeId("pending"), CodePurpose.Enrol, CodeMatch.None, null) { Origin = By(Initiator.User) };

    private static PhoneReplaced Replaced { get; } = new(new ChallengeId("pending"), First) { Origin = By(Initiator.User) };

    private static PhoneRemoved Removed { get; } = new(First) { Origin = By(Initiator.User) };

    /// <summary>Of the second number.</summary>
    private static PhoneSubmitted Submitted { get; } =
        new(SampleNumbers.All[1], Of(Replacing).Pending!.Challenge with { Id = new ChallengeId("fresh") }, Now + Limits.PendingLapsesAfter, Now - Limits.Sending.Window)
        {
            Origin = By(Initiator.User),
        };

    private static CodeReissued Reissued(Enrolment before) =>
        new(before.Pending!.Challenge with { Id = new ChallengeId("fresh"), WrongTries = 0 }, Now - Limits.Sending.Window) { Origin = By(Initiator.User) };

    private static VerificationDisabled Disabled(Initiator by) => new(VerificationChannel.Sms, DisableCause.Requested) { Origin = By(by) };

    private static Origin By(Initiator by) => new(Now, by, by is Initiator.User ? Inputs.Anywhere : null);

    private static Enrolment Of(Shape shape) => Space.Example(shape, SampleNumbers.All);

    /// <summary>What a right code makes of an enrolment, whether it may be given or not.</summary>
    private static Enrolment Confirmed(Enrolment before) => before with { Phone = new VerifiedPhone(before.Pending!.Details, Now), Pending = null };

    private static Enrolment Tried(byte wrongCodes) => WithCode(Of(Waiting), code => code with { WrongTries = wrongCodes });

    private static Enrolment Expired(Enrolment enrolment) => WithCode(enrolment, code => code with { ExpiresAt = Now });

    /// <summary>A verified number that has to be confirmed again, and waits for its code.</summary>
    private static Enrolment Again() => Of(Verified with { NeedsReverification = true, Pending = Slot.First });

    private static Enrolment SentTo(params PhoneNumber[] numbers) => Of(default) with { Sends = [.. numbers.Select(number => new SentCode(CodePurpose.Enrol, number, Now))] };

    private static Enrolment WithCode(Enrolment enrolment, Func<Challenge, Challenge> change) =>
        enrolment with { Pending = enrolment.Pending! with { Challenge = change(enrolment.Pending.Challenge) } };

    private static Input InputOf(string name) => Inputs.All(2, Limits).Single(input => input.Name == name);

    /// <summary>A step whose end follows from its events.</summary>
    private static Transition Asked(Enrolment before, string input, params EnrolmentEvent[] events) =>
        Made(before, input, events.Aggregate(before, Evolution.Apply), events);

    /// <summary>A step whose end is as it is told, whatever its events say.</summary>
    private static Transition Made(Enrolment before, string input, Enrolment after, params EnrolmentEvent[] events) =>
        new(before, InputOf(input), new Decision([.. events], null), after, Limits);

    private static void AssertViolated(Observations seen) => Assert.True(seen.HasFlag(Observations.Violation), $"only {seen}");
}
