using NodaTime;

namespace LoginVerification.Tests;

/// <summary>A golden save: a snapshot, and the event that vouches for it.</summary>
internal sealed record GoldenSave(Enrolment Enrolment, EnrolmentEvent Last);

/// <summary>What the golden snapshots and their last events say, by the variant in the name of their files.</summary>
internal static class GoldenEnrolments
{
    private static readonly Instant At = Instant.FromUtc(2026, 1, 15, 12, 0) + Duration.FromMilliseconds(7);
    private static readonly EnrolmentId Id = EnrolmentId.Parse("0f1e2d3c4b5a69788796a5b4c3d2e1f0");
    private static readonly PhoneDetails British = new(PhoneNumber.Parse("+447700900123"), CountryCode.Parse("GB"), LineType.Mobile) { Carrier = Carrier.Parse("Élan Télécom"), IsReserved = true };
    private static readonly PhoneDetails American = new(PhoneNumber.Parse("+12025550123"), CountryCode.Parse("US"), LineType.FixedLineOrMobile) { IsReserved = true };
    private static readonly Challenge First = Issued("a0000000000000000000000000000001", At - Duration.FromSeconds(45));
    private static readonly Challenge Second = Issued("a0000000000000000000000000000002", At) with { WrongTries = 2, Language = "en-GB" };
    private static readonly PendingPhone Pending = new(British, Instant.FromUtc(2026, 1, 16, 11, 59, 15) + Duration.FromMilliseconds(7), Second);
    private static readonly ValueList<SentCode> Sends = [new SentCode(CodePurpose.Enrol, British.Number, First.IssuedAt), new SentCode(CodePurpose.SignIn, British.Number, Second.IssuedAt)];

    private static readonly Enrolment Beginning = new(AccountId.Parse("user-42")) { Id = Id, ChangedAt = At };

    private static readonly Enrolment Verified = Beginning with
    {
        Version = 3,
        Phone = new VerifiedPhone(American, Instant.FromUtc(2025, 12, 24, 18, 30)),
        Sends = [new SentCode(CodePurpose.Enrol, American.Number, Instant.FromUtc(2025, 12, 24, 18, 29))],
        FormerNumbers = [new FormerNumber(British.Number, WasVerified: false)],
    };

    private static readonly Enrolment Enabled = Verified with { Version = 4, ActiveChannel = VerificationChannel.Sms, ChannelChanges = [At - Duration.FromMilliseconds(1)] };

    /// <summary>What the golden snapshots of version 1 say: it is read, and no longer written.</summary>
    public static IReadOnlyDictionary<string, GoldenSave> OfVersion1 { get; } = new Dictionary<string, GoldenSave>
    {
        ["NoPhone"] = new(
            Beginning with { Version = 2, Sends = [new SentCode(CodePurpose.Enrol, British.Number, At)], FormerNumbers = [new FormerNumber(British.Number, WasVerified: false)] },
            GoldenEvents.ByName["PendingCancelled"]),
        ["PhonePending"] = new(
            Beginning with
            {
                Version = 4,
                Pending = Pending,
                EarlierChallenges = [First, Issued("a0000000000000000000000000000003", At - Duration.FromSeconds(30)) with { Purpose = CodePurpose.SignIn, Digits = 8 }],
                Sends = Sends,
                Failures = [new WrongCodes(CodePurpose.Enrol, British.Number, 2)],
            },
            GoldenEvents.ByName["CodeMismatched"]),
        ["undelivered"] = new(Beginning with { Version = 2, Pending = Pending, Sends = Sends, CodeDelivery = DeliveryFailure.UnknownNumber }, GoldenEvents.ByName["DeliveryFailed"]),
        ["PhoneVerified"] = new(Verified, GoldenEvents.ByName["VerificationDisabled"]),
        ["VerificationEnabled"] = new(Enabled, GoldenEvents.ByName["ChannelEnabled"]),
        ["VerificationEnabled-by-app"] = new(
            Enabled with { Account = AccountId.Parse("Ünïcode 用户 \"42\""), ActiveChannel = VerificationChannel.AppPush },
            GoldenEvents.ByName["ChannelChanged"]),
        ["replacement-pending"] = new(
            Enabled with { Version = 6, Pending = Pending with { Challenge = Second with { WrongTries = 0 } }, EarlierChallenges = [First], Sends = Sends },
            GoldenEvents.ByName["CodeReissued"]),
        ["locked"] = new(
            Enabled with
            {
                Version = 11,
                Failures = [new WrongCodes(CodePurpose.Enrol, British.Number, 4), new WrongCodes(CodePurpose.SignIn, American.Number, 5)],
                Locks =
                [
                    new PurposeLock(CodePurpose.Enrol, Instant.FromUtc(2026, 1, 15, 12, 0, 30) + Duration.FromMilliseconds(7)),
                    new PurposeLock(CodePurpose.SignIn, Instant.FromUtc(2026, 1, 15, 12, 1)),
                ],
            },
            GoldenEvents.ByName["CodeMismatched.locking"]),
        ["opted-out"] = new(Enabled with { Version = 5, OptedOut = [new OptOut(American.Number, At), new OptOut(British.Number, At)] }, GoldenEvents.ByName["DeliveryOptedOut"]),
        ["needs-reverification"] = new(Enabled with { Version = 5, Phone = Enabled.Phone! with { NeedsReverification = true } }, GoldenEvents.ByName["PhoneInvalidated"]),
        ["in-app-notices"] = new(
            Enabled with
            {
                Version = 6,
                InAppNotices = [new InAppNotice(NoticeKind.PhoneVerified, At - Duration.FromMilliseconds(993)), new InAppNotice(NoticeKind.VerificationEnabled, At)],
            },
            GoldenEvents.ByName["NoticeUndeliverable"]),
        ["handled-requests"] = new(
            Enabled with
            {
                Version = 6,
                Requests = [new HandledRequest("6d61726b", "66696e676572", "2026-01", RefusalCode.WrongCode, At), new HandledRequest("6d61726c", "66696e676573", "2026-02", null, At)],
            },
            GoldenEvents.ByName["RequestHandled"]),
    };

    /// <summary>All of them, by version and variant.</summary>
    public static IReadOnlyDictionary<string, GoldenSave> ByVariant =>
        OfVersion1.Select(save => ("v1." + save.Key, save.Value)).Concat(GoldenSignIns.ByVariant.Select(save => ("v2." + save.Key, save.Value)))
            .Concat(GoldenRemovals.ByVariant.Select(save => ("v3." + save.Key, save.Value))).ToDictionary();

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
