using NodaTime;

namespace LoginVerification.Tests;

/// <summary>What the golden snapshots say, by the name of their file.</summary>
internal static class GoldenEnrolments
{
    private static readonly Instant At = Instant.FromUtc(2026, 1, 15, 12, 0) + Duration.FromMilliseconds(7);
    private static readonly PhoneDetails British = new(PhoneNumber.Parse("+447700900123"), CountryCode.Parse("GB"), LineType.Mobile) { Carrier = Carrier.Parse("Élan Télécom"), IsReserved = true };
    private static readonly PhoneDetails American = new(PhoneNumber.Parse("+12025550123"), CountryCode.Parse("US"), LineType.FixedLineOrMobile) { IsReserved = true };
    private static readonly Challenge First = Issued("a0000000000000000000000000000001", At - Duration.FromSeconds(45));
    private static readonly Challenge Second = Issued("a0000000000000000000000000000002", At) with { WrongTries = 2, Language = "en-GB" };
    private static readonly PendingPhone Pending = new(British, Instant.FromUtc(2026, 1, 16, 11, 59, 15) + Duration.FromMilliseconds(7), Second);
    private static readonly ValueList<SentCode> Sends = [new SentCode(CodePurpose.Enrol, British.Number, First.IssuedAt), new SentCode(CodePurpose.Enrol, British.Number, Second.IssuedAt)];

    private static readonly Enrolment Verified = new(AccountId.Parse("user-42"))
    {
        Version = 3,
        Phone = new VerifiedPhone(American, Instant.FromUtc(2025, 12, 24, 18, 30)),
        Sends = [new SentCode(CodePurpose.Enrol, American.Number, Instant.FromUtc(2025, 12, 24, 18, 29))],
    };

    private static readonly Enrolment Enabled = Verified with { Version = 4, ActiveChannel = VerificationChannel.Sms };

    public static IReadOnlyDictionary<string, Enrolment> ByName { get; } = new Dictionary<string, Enrolment>
    {
        ["NoPhone"] = new Enrolment(AccountId.Parse("user-42")) { Version = 2, Sends = [new SentCode(CodePurpose.Enrol, British.Number, At)] },
        ["PhonePending"] = new Enrolment(AccountId.Parse("user-42"))
        {
            Version = 4,
            Pending = Pending,
            EarlierChallenges = [First],
            Sends = Sends,
            Failures = [new WrongCodes(CodePurpose.Enrol, British.Number, 2)],
        },
        ["PhoneVerified"] = Verified,
        ["VerificationEnabled"] = Enabled,
        ["VerificationEnabled-by-app"] = Enabled with { Account = AccountId.Parse("Ünïcode 用户 \"42\""), ActiveChannel = VerificationChannel.AppPush },
        ["replacement-pending"] = Enabled with { Version = 6, Pending = Pending with { Challenge = Second with { WrongTries = 0 } }, EarlierChallenges = [First], Sends = Sends },
        ["locked"] = Enabled with
        {
            Version = 11,
            Failures = [new WrongCodes(CodePurpose.Enrol, British.Number, 4), new WrongCodes(CodePurpose.Enrol, American.Number, 1)],
            Locks = [new PurposeLock(CodePurpose.Enrol, Instant.FromUtc(2026, 1, 15, 12, 0, 30) + Duration.FromMilliseconds(7))],
        },
        ["opted-out"] = Enabled with { Version = 5, OptedOut = [new OptOut(American.Number, At), new OptOut(British.Number, At)] },
        ["needs-reverification"] = Enabled with { Version = 5, Phone = Enabled.Phone! with { NeedsReverification = true } },
        ["in-app-notices"] = Enabled with
        {
            Version = 6,
            InAppNotices = [new InAppNotice(NoticeKind.PhoneVerified, At), new InAppNotice(NoticeKind.VerificationEnabled, At + Duration.FromMilliseconds(993))],
        },
        ["handled-requests"] = Enabled with
        {
            Version = 6,
            Requests = [new HandledRequest("6d61726b", "66696e676572", "2026-01", RefusalCode.WrongCode, At), new HandledRequest("6d61726c", "66696e676573", "2026-02", null, At)],
        },
    };

    private static Challenge Issued(string id, Instant at) => new(
        new ChallengeId(id),
        CodePurpose.Enrol,
        British.Number,
        Nonce.Parse("00112233445566778899aabbccddeeff"),
        "2026-01",
        6,
        at,
        at + Duration.FromMinutes(10));
}
