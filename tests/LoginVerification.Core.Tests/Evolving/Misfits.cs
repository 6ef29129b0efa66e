using NodaTime;

namespace LoginVerification.Tests;

/// <summary>An event that can have happened to a snapshot, and the same with a single difference, by which it cannot.</summary>
internal sealed record Misfit(Enrolment FittingOn, EnrolmentEvent Fitting, Enrolment MisfittingOn, EnrolmentEvent Misfitting);

/// <summary>What cannot have happened, by what is wrong with it.</summary>
internal static class Misfits
{
    private static readonly PhoneNumber British = Given.British.Number;
    private static readonly ChallengeId Other = new("another");
    private static readonly Enrolment Pending = Given.PhonePending;
    private static readonly Enrolment Replacing = Given.VerificationEnabled.With(Given.Pending(Given.Israeli));
    private static readonly Enrolment Verified = Given.PhoneVerified;
    private static readonly Enrolment InDoubt = Verified with { Phone = Verified.Phone! with { NeedsReverification = true } };
    private static readonly Enrolment OverApp = Verified with { ActiveChannel = VerificationChannel.AppPush };
    private static readonly Enrolment Enabled = Given.VerificationEnabled;
    private static readonly Enrolment Books = EventSamples.WithBooks(Given.PhonePending);
    private static readonly Instant LapsesAt = Given.PhonePending.Pending!.LapsesAt;

    public static IReadOnlyDictionary<string, Misfit> All => OfEnrolments.Concat(SignInMisfits.All).Concat(DeviceMisfits.All).ToDictionary();

    private static IReadOnlyDictionary<string, Misfit> OfEnrolments { get; } = new Dictionary<string, Misfit>
    {
        ["a right code for another challenge"] = Of(Pending, Matched(), e => e with { Challenge = Other }),
        ["a right code for a replacement, for another challenge"] = Of(Replacing, Replaced(), e => e with { Challenge = Other }),
        ["a wrong code for another challenge"] = Of(Pending, Wrong(), e => e with { Challenge = Other }),
        ["a wrong code for another purpose"] = Of(Pending, Wrong(), e => e with { Purpose = CodePurpose.SignIn }),
        ["a wrong code that was right"] = Of(Pending, Wrong(), e => e with { Match = CodeMatch.Current }),
        ["a wrong code that was an earlier one"] = Of(Pending, Wrong(), e => e with { Match = CodeMatch.Superseded }),
        ["a wrong code that matched in no known way"] = Of(Pending, Wrong() with { Match = CodeMatch.Foreign }, e => e with { Match = (CodeMatch)7 }),
        ["a lock that ends before it begins"] = Of(Pending, Wrong() with { LockedUntil = Given.Now + Given.Millisecond }, e => e with { LockedUntil = Given.Now }),
        ["a right code in the instant of its death"] = Of(Pending, At(Matched(), Given.PhonePending.Pending!.Challenge.ExpiresAt - Given.Millisecond), e => At(e, e.Origin.At + Given.Millisecond)),
        ["a wrong code in the instant of its death"] = Of(Pending, At(Wrong(), Given.PhonePending.Pending!.Challenge.ExpiresAt - Given.Millisecond), e => At(e, e.Origin.At + Given.Millisecond)),
        ["a right code while locked"] = Of(Locked(Given.Now), Matched(), Locked(Given.Now + Given.Millisecond)),
        ["a wrong code while locked"] = Of(Locked(Given.Now), Wrong(), Locked(Given.Now + Given.Millisecond)),
        ["a resend while locked"] = Of(Locked(Given.Now), Resent(), Locked(Given.Now + Given.Millisecond)),
        ["a submission while locked"] = Of(Locked(Given.Now), Submitted(), Locked(Given.Now + Given.Millisecond)),
        ["a right code from the network"] = Of(Pending, Matched(), e => By(e, Initiator.Carrier)),
        ["a wrong code from the staff"] = Of(Pending, Wrong(), e => By(e, Initiator.Operator)),
        ["a submission whose code is for another number"] = Of(Verified, Submitted(), e => e with { Challenge = e.Challenge with { Number = Given.Israeli.Number } }),
        ["a submission whose code is to sign in"] = Of(Verified, Submitted(), e => e with { Challenge = e.Challenge with { Purpose = CodePurpose.SignIn } }),
        ["a submission whose code outlives the number"] = Of(Verified, Submitted(), e => e with { Challenge = e.Challenge with { ExpiresAt = e.LapsesAt + Given.Millisecond } }),
        ["a submission whose code was dead before"] = Of(Verified, Submitted(), e => e with { Challenge = e.Challenge with { ExpiresAt = Given.Now } }),
        ["a submission whose code was tried already"] = Of(Verified, Submitted(), e => e with { Challenge = e.Challenge with { WrongTries = 99 } }),
        ["a submission whose code was issued before it"] = Of(Verified, Submitted(), e => e with { Challenge = e.Challenge with { IssuedAt = Given.Now - Given.Millisecond } }),
        ["a submission under the id of the code before"] = Of(Pending, Submitted(), e => e with { Challenge = e.Challenge with { Id = new("current") } }),
        ["a submission under the id of an earlier code"] = Of(Pending with { EarlierChallenges = [Given.Challenge(British, "earlier", Given.Now)] }, Submitted(), e => e with { Challenge = e.Challenge with { Id = new("earlier") } }),
        ["a submission whose code has no such number of digits"] = Of(Verified, Submitted() with { Challenge = Submitted().Challenge with { Digits = 8 } }, e => e with { Challenge = e.Challenge with { Digits = 9 } }),
        ["a submission whose code lives longer than any"] = Of(Verified, Submitted(), e => e with { Challenge = e.Challenge with { ExpiresAt = e.Challenge.ExpiresAt + Given.Millisecond } }),
        ["a submission of the verified number in good standing"] = Of(InDoubt, Own(), Verified),
        ["a submission that lapses before it begins"] = Of(Verified, Submitted(), e => e with { LapsesAt = Given.Now }),
        ["a submission that forgets what is to be sent"] = Of(Verified, Submitted(), e => e with { SendsCountFrom = Given.Now }),
        ["the same submission with more time"] = Of(Pending, Submitted() with { Phone = Given.Israeli, Challenge = Given.PhonePending.Pending!.Challenge, LapsesAt = LapsesAt }, e => e with { LapsesAt = LapsesAt + Given.Millisecond }),
        ["a new code for another number"] = Of(Pending, Reissued(), e => e with { Challenge = e.Challenge with { Number = British } }),
        ["a new code that outlives the number"] = Of(Pending, Reissued(), e => e with { Challenge = e.Challenge with { ExpiresAt = LapsesAt + Given.Millisecond } }),
        ["a new code that was tried already"] = Of(Pending, Reissued(), e => e with { Challenge = e.Challenge with { WrongTries = 1 } }),
        ["a new code under the id of the one before"] = Of(Pending, Reissued(), e => e with { Challenge = e.Challenge with { Id = new("current") } }),
        ["a new code that forgets what is to be sent"] = Of(Pending, Reissued(), e => e with { SendsCountFrom = Given.Now }),
        ["the same code once more, of another challenge"] = Of(Pending, Resent(), e => e with { Challenge = Other }),
        ["the same code once more, and it was dead"] = Of(Pending, At(Resent(), Given.PhonePending.Pending!.Challenge.ExpiresAt - Given.Millisecond), e => At(e, e.Origin.At + Given.Millisecond)),
        ["a replacement of another number"] = Of(Replacing, Replaced(), e => e with { Previous = British }),
        ["a removal of another number"] = Of(Verified, Removed(), e => e with { Number = British }),
        ["a removal by time"] = Of(Verified, Removed(), e => By(e, Initiator.Time)),
        ["another number given up"] = Of(Pending, Cancelled(), e => e with { Number = British }),
        ["another number lapsed"] = Of(Pending, Lapsed(), e => e with { Number = British }),
        ["a lapse before its time"] = Of(Pending, Lapsed(), e => At(e, LapsesAt - Given.Millisecond)),
        ["a lapse by a user"] = Of(Pending, Lapsed(), e => e with { Origin = Given.ByUser with { At = LapsesAt } }),
        ["a report on another number"] = Of(Verified, Reported(), e => e with { Number = British }),
        ["a second report on the number"] = Of(Verified, Reported(), InDoubt),
        ["a report for no known reason"] = Of(Verified, Reported(), e => e with { Reason = (InvalidationReason)7 }),
        ["too many failures, from the network"] = Of(Verified, By(Reported() with { Reason = InvalidationReason.TooManyFailures }, Initiator.Operator), e => By(e, Initiator.Carrier)),
        ["a report by the user"] = Of(Verified, Reported(), e => e with { Origin = Given.ByUser }),
        ["a channel that is none"] = Of(Verified, Enable(), e => e with { Channel = (VerificationChannel)7 }),
        ["a channel enabled beside a planted number"] = Of(Verified, Enable(), Verified.With(Given.Pending(Given.Israeli))),
        ["SMS enabled over a number in doubt"] = Of(Verified, Enable(), InDoubt),
        ["SMS enabled over a number that gets no messages"] = Of(Verified, Enable(), Verified with { OptedOut = [new OptOut(Given.American.Number, Given.Now)] }),
        ["a change to SMS over a number in doubt"] = Of(OverApp, ToSms(), OverApp with { Phone = InDoubt.Phone }),
        ["a channel enabled by the network"] = Of(Verified, Enable(), e => By(e, Initiator.Carrier)),
        ["a channel enabled that forgets later changes"] = Of(Verified, Enable(), e => e with { ChangesCountFrom = Given.Now }),
        ["a change from a channel that was not active"] = Of(Enabled, Moved(), e => e with { From = VerificationChannel.AppPush, To = VerificationChannel.Sms }),
        ["a change to the same channel"] = Of(Enabled, Moved(), e => e with { To = VerificationChannel.Sms }),
        ["a change to a channel that is none"] = Of(Enabled, Moved(), e => e with { To = (VerificationChannel)7 }),
        ["a change of the channel by the staff"] = Of(Enabled, Moved(), e => By(e, Initiator.Operator)),
        ["another channel disabled"] = Of(Enabled, Disabled(), e => e with { Channel = VerificationChannel.AppPush }),
        ["a channel disabled by the network"] = Of(Enabled, Disabled(), e => By(e, Initiator.Carrier)),
        ["a channel disabled by a STOP"] = Of(Enabled, Disabled(), e => e with { Cause = DisableCause.Stop }),
        ["protection dropped on request"] = Of(Enabled, Dropped(), e => e with { Cause = DisableCause.Requested }),
        ["protection dropped of another channel"] = Of(Enabled, Dropped(), e => e with { Channel = VerificationChannel.AppPush }),
        ["an unlock by the user"] = Of(Books, Forgiven(), e => e with { Origin = Given.ByUser }),
        ["an unlock of no failures"] = Of(Books, Forgiven(), e => e with { Failures = 0 }),
        ["an unlock of more failures than there were"] = Of(Books, Forgiven(), e => e with { Failures = 5 }),
        ["an unlock that leaves the wrong backup codes out"] = Of(Books, Forgiven(), e => e with { Failures = 3 }),
        ["an import from the future"] = Of(Given.NoPhone, Imported(), e => e with { VerifiedAt = Given.Now + Given.Millisecond }),
        ["an import by the user"] = Of(Given.NoPhone, Imported(), e => e with { Origin = Given.ByUser }),
        ["an opt-out of a number that was never held"] = Of(Books, Stopped(Given.Israeli.Number), e => e with { Number = Given.American.Number }),
        ["a second opt-out without a code in between"] = Of(Pending, Stopped(Given.Israeli.Number), Pending with { OptedOut = [new OptOut(Given.Israeli.Number, Given.Now)] }),
        ["an opt-out by the user"] = Of(Books, Stopped(Given.Israeli.Number), e => e with { Origin = Given.ByUser }),
        ["a number restored that got messages"] = Of(Books, Restored(), e => e with { Number = Given.Israeli.Number }),
        ["a message that failed, of another challenge"] = Of(Pending, Failed(), e => e with { Challenge = Other }),
        ["a message that failed for no known reason"] = Of(Pending, Failed(), e => e with { Reason = (DeliveryFailure)9 }),
        ["a notice of no known kind"] = Of(Pending, Unnoticed(), e => e with { Notice = (NoticeKind)99 }),
        ["an acknowledgement of what is still to come"] = Of(Books, Acknowledged(), e => e with { UpTo = Given.Now + Given.Millisecond }),
        ["an acknowledgement of no notice"] = Of(Books, Acknowledged(), Pending),
        ["an acknowledgement by the staff"] = Of(Books, Acknowledged(), e => By(e, Initiator.Operator)),
        ["a clock set back from another time"] = Of(Pending, SetBack(), e => e with { From = e.From - Given.Millisecond }),
        ["a clock set back to where it was"] = Of(Pending, SetBack(), e => At(e, e.From)),
        ["a clock set back by a user"] = Of(Pending, SetBack(), e => e with { Origin = Given.ByUser with { At = e.Origin.At } }),
        ["a request handled at another time"] = Of(Pending, Handled(), e => e with { Request = e.Request with { At = Given.Now - Given.Millisecond } }),
        ["an event before the one before"] = Of(Verified, At(Submitted(), Given.Now), Verified with { ChangedAt = Given.Now + Given.Millisecond }),
        ["a user nowhere"] = Of(Verified, Submitted(), e => e with { Origin = e.Origin with { Surface = null } }),
        ["staff at a surface"] = Of(Verified, By(Removed(), Initiator.Operator), e => e with { Origin = e.Origin with { Surface = TestPolicies.Web } }),
        ["a member of the staff where the owner acted"] = Of(Verified, Submitted(), e => e with { Origin = e.Origin with { StaffId = "staff-1" } }),
        ["a second beginning"] = Of(Verified, Submitted(), e => e with { Begins = EnrolmentId.Parse(new string('b', 32)) }),
        ["a beginning without an id"] = Of(new Enrolment(Given.Alice), Submitted() with { Begins = EnrolmentId.Parse(new string('b', 32)) }, e => e with { Begins = null }),
    };

    public static Misfit Of<T>(Enrolment on, T fitting, Func<T, T> change) where T : EnrolmentEvent => new(on, fitting, on, change(fitting));

    public static Misfit Of<T>(Enrolment on, T fitting, Enrolment other) where T : EnrolmentEvent => new(on, fitting, other, fitting);

    private static PhoneSubmitted Submitted() =>
        new(Given.British, Given.Challenge(British, "newer", Given.Now), Given.Now + Duration.FromHours(24), Given.Now - Duration.FromHours(24)) { Origin = Given.ByUser };

    private static PhoneSubmitted Own() => Submitted() with { Phone = Given.American, Challenge = Submitted().Challenge with { Number = Given.American.Number } };

    private static CodeReissued Reissued() => new(Given.Challenge(Given.Israeli.Number, "newer", Given.Now), Given.Now - Duration.FromHours(24)) { Origin = Given.ByUser };

    private static CodeResent Resent() => new(new("current"), Given.Now - Duration.FromHours(24)) { Origin = Given.ByUser };

    private static CodeMatched Matched() => new(new ChallengeId("current")) { Origin = Given.ByUser };

    private static PhoneReplaced Replaced() => new(new("current"), Given.American.Number) { Origin = Given.ByUser };

    private static PendingCancelled Cancelled() => new(Given.Israeli.Number) { Origin = Given.ByUser };

    private static PendingLapsed Lapsed() => new(Given.Israeli.Number) { Origin = EventSamples.By(Initiator.Time) with { At = LapsesAt } };

    private static PhoneRemoved Removed() => new(Given.American.Number) { Origin = Given.ByUser };

    private static PhoneInvalidated Reported() => new(Given.American.Number, InvalidationReason.Ported) { Origin = EventSamples.By(Initiator.Carrier) };

    private static ChannelEnabled Enable() => new(VerificationChannel.Sms, Given.Now - Duration.FromHours(24)) { Origin = Given.ByUser };

    private static ProtectionDropped Dropped() => new(VerificationChannel.Sms, DisableCause.Stop) { Origin = EventSamples.By(Initiator.Carrier) };

    private static Unlocked Forgiven() => new(4) { Origin = EventSamples.By(Initiator.Operator) };

    private static PhoneImported Imported() => new(Given.British, Given.Now) { Origin = EventSamples.By(Initiator.Operator) };

    private static DeliveryOptedOut Stopped(PhoneNumber number) => new(number) { Origin = EventSamples.By(Initiator.Carrier) };

    private static DeliveryRestored Restored() => new(British) { Origin = EventSamples.By(Initiator.Carrier) };

    private static DeliveryFailed Failed() => new(new("current"), DeliveryFailure.Refused) { Origin = EventSamples.By(Initiator.Time) };

    private static NoticeUndeliverable Unnoticed() => new(NoticeKind.PhoneVerified) { Origin = EventSamples.By(Initiator.Time) };

    private static NoticesAcknowledged Acknowledged() => new(Given.Now) { Origin = Given.ByUser };

    private static CodeMismatched Wrong() => new(new("current"), CodePurpose.Enrol, CodeMatch.None, null) { Origin = Given.ByUser };

    private static ChannelChanged Moved() => new(VerificationChannel.Sms, VerificationChannel.AppPush, Given.Now - Duration.FromHours(24)) { Origin = Given.ByUser };

    private static ChannelChanged ToSms() => Moved() with { From = VerificationChannel.AppPush, To = VerificationChannel.Sms };

    private static VerificationDisabled Disabled() => new(VerificationChannel.Sms, DisableCause.Requested) { Origin = Given.ByUser };

    private static ClockSetBack SetBack() => new(Given.PhonePending.ChangedAt!.Value) { Origin = EventSamples.By(Initiator.Time) with { At = Given.PhonePending.ChangedAt.Value - Duration.FromHours(1) } };

    private static RequestHandled Handled() => new(new HandledRequest("mark", "fingerprint", "key", null, Given.Now)) { Origin = Given.ByUser };

    private static Enrolment Locked(Instant until) => Given.PhonePending with { Locks = [new PurposeLock(CodePurpose.Enrol, until)] };

    public static T By<T>(T happened, Initiator initiator) where T : EnrolmentEvent => happened with { Origin = happened.Origin with { By = initiator, Surface = null } };

    public static T At<T>(T happened, Instant at) where T : EnrolmentEvent => happened with { Origin = happened.Origin with { At = at } };
}
