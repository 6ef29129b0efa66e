using NodaTime;

namespace LoginVerification.Tests;

/// <summary>What the golden events say, by the type and the variant in the name of their file.</summary>
internal static class GoldenEvents
{
    private static readonly Instant At = Instant.FromUtc(2026, 1, 15, 12, 0) + Duration.FromMilliseconds(7);
    private static readonly PhoneNumber British = PhoneNumber.Parse("+447700900123");
    private static readonly PhoneNumber American = PhoneNumber.Parse("+12025550123");
    private static readonly PhoneDetails BritishPhone = new(British, CountryCode.Parse("GB"), LineType.Mobile) { Carrier = LoginVerification.Carrier.Parse("Élan Télécom"), IsReserved = true };
    private static readonly PhoneDetails AmericanPhone = new(American, CountryCode.Parse("US"), LineType.FixedLineOrMobile) { IsReserved = true };
    private static readonly ChallengeId Id = new("5f2c7a90b1d34e8886c0a1f2e3d4c5b6");
    private static readonly Origin User = new(At, Initiator.User, Surface.Parse("mobileWeb")) { CorrelationId = "request 7" };
    private static readonly Origin Operator = new(At, Initiator.Operator, null) { StaffId = "staff-1" };
    private static readonly Origin Carrier = new(At, Initiator.Carrier, null);
    private static readonly Origin Time = new(At, Initiator.Time, null);

    private static readonly Challenge Issued = new(
        Id,
        CodePurpose.Enrol,
        British,
        Nonce.Parse("00112233445566778899aabbccddeeff"),
        "2026-01",
        6,
        Instant.FromUtc(2026, 1, 15, 12, 0) + Duration.FromMilliseconds(7),
        Instant.FromUtc(2026, 1, 15, 12, 10) + Duration.FromMilliseconds(7));

    /// <summary>What is left of an enrolment whose second event could not be read.</summary>
    public static Erasure Erasure { get; } = new(
        Operator with { CorrelationId = "request 9" },
        4,
        [new ErasedEvent(1, LifecycleTrigger.PhoneSubmitted, User), new ErasedEvent(3, LifecycleTrigger.DeliveryOptedOut, Carrier), new ErasedEvent(4, LifecycleTrigger.PendingLapsed, Time)]);

    private static IReadOnlyDictionary<string, EnrolmentEvent> Enrolling { get; } = new Dictionary<string, EnrolmentEvent>
    {
        ["PhoneSubmitted"] = new PhoneSubmitted(BritishPhone, Issued with { Language = "en-GB" }, At + Duration.FromHours(24), At - Duration.FromHours(24)) { Origin = User, Begins = EnrolmentId.Parse("0f1e2d3c4b5a69788796a5b4c3d2e1f0") },
        ["CodeResent"] = new CodeResent(Id, Instant.FromUtc(2026, 1, 14, 12, 0)) { Origin = User },
        ["CodeReissued"] = new CodeReissued(Issued, Instant.FromUtc(2026, 1, 14, 12, 0)) { Origin = User },
        ["CodeMismatched"] = new CodeMismatched(Id, CodePurpose.Enrol, CodeMatch.None, null) { Origin = User },
        ["CodeMismatched.locking"] = new CodeMismatched(Id, CodePurpose.SignIn, CodeMatch.Foreign, Instant.FromUtc(2026, 1, 15, 12, 0, 30)) { Origin = User },
        ["CodeMatched"] = new CodeMatched(Id) { Origin = User },
        ["PhoneReplaced"] = new PhoneReplaced(Id, American) { Origin = User },
        ["PendingCancelled"] = new PendingCancelled(British) { Origin = User },
        ["PendingLapsed"] = new PendingLapsed(British) { Origin = Time },
        ["ChannelEnabled"] = new ChannelEnabled(VerificationChannel.Sms, At - Duration.FromHours(24)) { Origin = User },
        ["ChannelChanged"] = new ChannelChanged(VerificationChannel.Sms, VerificationChannel.AppPush, At - Duration.FromHours(24)) { Origin = User },
        ["VerificationDisabled"] = new VerificationDisabled(VerificationChannel.AppPush, DisableCause.Requested) { Origin = User },
        ["ProtectionDropped"] = new ProtectionDropped(VerificationChannel.Sms, DisableCause.Stop) { Origin = Carrier },
        ["PhoneRemoved"] = new PhoneRemoved(British) { Origin = User },
        ["PhoneInvalidated"] = new PhoneInvalidated(British, InvalidationReason.Recycled) { Origin = Carrier },
        ["DeliveryOptedOut"] = new DeliveryOptedOut(British) { Origin = Carrier },
        ["DeliveryRestored"] = new DeliveryRestored(British) { Origin = Operator },
        ["Unlocked"] = new Unlocked(7) { Origin = Operator },
        ["PhoneImported"] = new PhoneImported(AmericanPhone, Instant.FromUtc(2024, 2, 29, 0, 0)) { Origin = Operator },
        ["DeliveryFailed"] = new DeliveryFailed(Id, DeliveryFailure.UnknownNumber) { Origin = Time },
        ["NoticesAcknowledged"] = new NoticesAcknowledged(At - Duration.FromMilliseconds(1)) { Origin = User },
        ["ClockSetBack"] = new ClockSetBack(Instant.FromUtc(2036, 1, 15, 12, 0)) { Origin = Time },
        ["NoticeUndeliverable"] = new NoticeUndeliverable(NoticeKind.PhoneReplaced) { Origin = Time },
        ["RequestHandled"] = new RequestHandled(new HandledRequest("6d61726b", "66696e676572", "2026-01", null, At)) { Origin = User },
        ["RequestHandled.refused"] = new RequestHandled(new HandledRequest("6d61726b", "66696e676572", "2026-01", RefusalCode.WrongCode, At)) { Origin = User },
    };

    public static IReadOnlyDictionary<string, EnrolmentEvent> ByName { get; } = Enrolling.Concat(GoldenSignInEvents.ByName).ToDictionary();
}
