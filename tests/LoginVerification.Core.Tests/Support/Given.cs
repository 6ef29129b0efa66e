using NodaTime;

namespace LoginVerification.Tests;

/// <summary>Snapshots and facts to start a test from: a minute after the last code was sent, and nothing speaks against anything.</summary>
internal static class Given
{
    public static readonly Instant Now = Instant.FromUtc(2026, 1, 15, 12, 0);
    public static readonly AccountId Alice = AccountId.Parse("alice");
    public static readonly PhoneDetails American = new(PhoneNumber.Parse("+14155552671"), CountryCode.Parse("US"), LineType.FixedLineOrMobile);
    public static readonly PhoneDetails Israeli = new(PhoneNumber.Parse("+972502345678"), CountryCode.Parse("IL"), LineType.Mobile);
    public static readonly PhoneDetails British = new(PhoneNumber.Parse("+447911123456"), CountryCode.Parse("GB"), LineType.Mobile);
    public static readonly Duration Millisecond = Duration.FromMilliseconds(1);

    private static readonly Instant SentAt = Now - Duration.FromMinutes(1);

    public static Origin ByUser { get; } = new(Now, Initiator.User, TestPolicies.MobileWeb);

    public static Enrolment NoPhone { get; } = new(Alice) { Version = 7, Id = EnrolmentId.Parse("0123456789abcdef0123456789abcdef"), ChangedAt = SentAt };

    public static Enrolment PhonePending { get; } = NoPhone.With(Pending(Israeli));

    public static Enrolment PhoneVerified { get; } = NoPhone with { Phone = new VerifiedPhone(American, SentAt - Duration.FromDays(90)) };

    public static Enrolment VerificationEnabled { get; } = PhoneVerified with { ActiveChannel = VerificationChannel.Sms };

    public static PendingPhone Pending(PhoneDetails phone) =>
        new(phone, SentAt + Duration.FromHours(24), Challenge(phone.Number, "current", SentAt));

    public static Challenge Challenge(PhoneNumber number, string id, Instant issuedAt) =>
        new(new ChallengeId(id), CodePurpose.Enrol, number, Nonce.Parse(new string('a', 32)), "key", 6, issuedAt, issuedAt + Duration.FromMinutes(10));

    /// <summary>The snapshot with a pending number, whose code is in the books.</summary>
    public static Enrolment With(this Enrolment enrolment, PendingPhone pending) =>
        enrolment with { Pending = pending, Sends = [new SentCode(CodePurpose.Enrol, pending.Details.Number, pending.Challenge.IssuedAt)] };

    /// <summary>A user at mobile web who has just authenticated, types the right code and has a device; a registered sender of real messages.</summary>
    public static Facts BenignFacts(PhoneDetails? number = null) => FactsOf(ByUser, number);

    public static Facts FactsOf(Origin origin, PhoneDetails? number = null) =>
        new(origin, new ChallengeSeed(EnrolmentId.Parse(new string('e', 32)), new ChallengeId("fresh"), Nonce.Parse(new string('f', 32)), "key", "en"))
        {
            AuthenticatedAt = origin.At,
            Factors = AuthenticationFactors.MultiFactor,
            Number = number is null ? null : new PhoneReading.Readable(number),
            DeviceRegistered = true,
            CodeMatch = CodeMatch.Current,
            SenderIsLive = true,
        };
}
