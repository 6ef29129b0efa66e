using NodaTime;

namespace LoginVerification.Benchmarks;

/// <summary>Snapshots and facts to measure on, made before the measurement: nothing speaks against anything, unless it is said here.</summary>
internal static class Prepared
{
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 12, 0);
    public static readonly AccountId Account = AccountId.Parse("account-1");
    public static readonly PhoneDetails American = new(PhoneNumber.Parse("+14155552671"), CountryCode.Parse("US"), LineType.FixedLineOrMobile);
    public static readonly PhoneDetails Israeli = new(PhoneNumber.Parse("+972502345678"), CountryCode.Parse("IL"), LineType.Mobile);

    private static readonly EnrolmentId Id = EnrolmentId.Parse(new string('1', 32));
    private static readonly Instant SentAt = Now - Duration.FromMinutes(1);

    public static Challenge Challenge { get; } = new(
        new ChallengeId("00112233445566778899aabbccddeeff"), CodePurpose.Enrol, Israeli.Number, Nonce.Parse(new string('a', 32)), "key", 6, SentAt, SentAt + Duration.FromMinutes(10));

    public static Enrolment NoPhone { get; } = new(Account);

    public static Enrolment PhonePending { get; } = NoPhone with
    {
        Version = 1,
        Id = Id,
        ChangedAt = SentAt,
        Pending = new PendingPhone(Israeli, SentAt + Duration.FromHours(24), Challenge),
        Sends = [new SentCode(CodePurpose.Enrol, Israeli.Number, SentAt)],
    };

    /// <summary>The number got four codes, as fast as the waits allow; the fifth and last one of the day may now be sent.</summary>
    public static Enrolment LastResendLeft { get; } = PhonePending with
    {
        Version = 4,
        Pending = PhonePending.Pending! with { Challenge = Issued(240) },
        EarlierChallenges = [Issued(450), Issued(420), Issued(360)],
        Sends = [.. new[] { Issued(450), Issued(420), Issued(360), Issued(240) }.Select(issued => new SentCode(CodePurpose.Enrol, issued.Number, issued.IssuedAt))],
    };

    /// <summary>Five wrong codes, and the lock that they brought.</summary>
    public static Enrolment Locked { get; } = PhonePending with
    {
        Version = 6,
        Failures = [new WrongCodes(CodePurpose.Enrol, Israeli.Number, 5)],
        Locks = [new PurposeLock(CodePurpose.Enrol, Now + Duration.FromSeconds(30))],
    };

    public static Enrolment PhoneVerified { get; } = NoPhone with { Version = 2, Id = Id, ChangedAt = SentAt, Phone = new VerifiedPhone(American, SentAt) };

    public static Enrolment VerificationEnabled { get; } = PhoneVerified with { Version = 3, ActiveChannel = VerificationChannel.Sms };

    /// <summary>A verified number that another one is about to replace.</summary>
    public static Enrolment Replacing { get; } = VerificationEnabled with { Version = 4, Pending = PhonePending.Pending, Sends = PhonePending.Sends };

    /// <summary>A user who has just authenticated, types the right code and has a device.</summary>
    public static Facts FactsOn(Surface surface, PhoneDetails? number = null) =>
        new(new Origin(Now, Initiator.User, surface), new ChallengeSeed(EnrolmentId.Parse(new string('e', 32)), new ChallengeId("ffeeddccbbaa99887766554433221100"), Nonce.Parse(new string('f', 32)), "key", "en"))
        {
            AuthenticatedAt = Now,
            Factors = AuthenticationFactors.MultiFactor,
            Number = number is null ? null : new PhoneReading.Readable(number),
            DeviceRegistered = true,
            CodeMatch = CodeMatch.Current,
            SenderIsLive = true,
        };

    private static Challenge Issued(int secondsAgo)
    {
        var at = Now - Duration.FromSeconds(secondsAgo);
        return Challenge with { Id = new ChallengeId($"challenge-{secondsAgo}"), IssuedAt = at, ExpiresAt = at + Duration.FromMinutes(10) };
    }
}
