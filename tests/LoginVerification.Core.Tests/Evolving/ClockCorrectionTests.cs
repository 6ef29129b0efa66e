using NodaTime;

namespace LoginVerification.Tests;

/// <summary>Every stamp in the books, of a clock that was right and of one that ran three hours ahead.</summary>
public sealed class ClockCorrectionTests
{
    private static readonly PhoneNumber Number = Given.Israeli.Number;
    private static readonly Duration Ahead = Duration.FromHours(3);
    private static readonly Instant Now = Given.Now;
    private static readonly Instant FalseNow = Now + Ahead;
    private static readonly Instant Right = Now - Duration.FromMinutes(2);
    private static readonly Instant False = FalseNow - Duration.FromMinutes(1);
    private static readonly Instant Corrected = Now - Duration.FromMinutes(1);

    [Fact]
    public void What_the_false_clock_stamped_is_moved_back_by_as_much_as_it_ran_ahead_and_nothing_else()
    {
        var after = Evolution.Apply(Stamped(Right, False, FalseNow + Duration.FromSeconds(30)), SetBack());

        Assert.Equal(Stamped(Right, Corrected, Now + Duration.FromSeconds(30)) with { Version = 8, ChangedAt = Now }, after);
    }

    [Fact]
    public void A_code_and_a_number_of_a_clock_that_was_right_keep_their_times()
    {
        var before = Given.PhonePending with { ChangedAt = FalseNow };

        Assert.Equal(before.Pending, Evolution.Apply(before, SetBack()).Pending);
    }

    [Fact]
    public void A_code_of_the_false_clock_keeps_its_life_and_never_outlives_its_number()
    {
        var challenge = Given.Challenge(Number, "current", False);
        var before = Given.NoPhone with { ChangedAt = FalseNow, Pending = new PendingPhone(Given.Israeli, False + Duration.FromHours(24), challenge) };

        var after = Evolution.Apply(before, SetBack()).Pending!;

        Assert.Equal(Given.Challenge(Number, "current", Corrected), after.Challenge);
        Assert.Equal(Corrected + Duration.FromHours(24), after.LapsesAt);
    }

    /// <summary>Which clock set it is not known. A lock that was over by the false clock does not come to life again.</summary>
    [Fact]
    public void A_lock_that_the_false_clock_saw_end_is_over()
    {
        var before = Given.PhonePending with { ChangedAt = FalseNow, Locks = [new PurposeLock(CodePurpose.Enrol, FalseNow - Duration.FromMinutes(1))] };

        Assert.True(Evolution.Apply(before, SetBack()).LockedUntil(CodePurpose.Enrol) < Now);
    }

    [Fact]
    public void Changes_of_the_channel_stay_in_the_order_of_time()
    {
        var before = Given.VerificationEnabled with { ChangedAt = FalseNow, ChannelChanges = [Now - Duration.FromSeconds(30), False] };

        Assert.Equal([Corrected, Now - Duration.FromSeconds(30)], Evolution.Apply(before, SetBack()).ChannelChanges);
    }

    [Fact]
    public void Sends_stay_in_the_order_of_time()
    {
        var right = new SentCode(CodePurpose.Enrol, Number, Now - Duration.FromSeconds(30));
        var before = Given.PhonePending with { ChangedAt = FalseNow, Sends = [right, new SentCode(CodePurpose.Enrol, Number, False)] };

        Assert.Equal([new SentCode(CodePurpose.Enrol, Number, Corrected), right], Evolution.Apply(before, SetBack()).Sends);
    }

    private static ClockSetBack SetBack() => new(FalseNow) { Origin = EventSamples.By(Initiator.Time) with { At = Now } };

    private static Enrolment Stamped(Instant right, Instant other, Instant lockedUntil) => Given.NoPhone with
    {
        ChangedAt = FalseNow,
        Phone = new VerifiedPhone(Given.American, other),
        Sends = [new SentCode(CodePurpose.Enrol, Number, right), new SentCode(CodePurpose.SignIn, Number, other)],
        PhoneRemovedAt = other,
        ChannelChanges = [right, other],
        OptedOut = [new OptOut(Given.British.Number, right), new OptOut(Number, other)],
        InAppNotices = [new InAppNotice(NoticeKind.PhoneVerified, right), new InAppNotice(NoticeKind.PhoneRemoved, other)],
        Requests = [new HandledRequest("a", "f", "key", null, right), new HandledRequest("b", "f", "key", null, other)],
        EarlierChallenges = [Given.Challenge(Number, "right", right), Given.Challenge(Number, "other", other)],
        Failures = [new WrongCodes(CodePurpose.Enrol, Number, 5)],
        Locks = [new PurposeLock(CodePurpose.Enrol, lockedUntil)],
    };
}
