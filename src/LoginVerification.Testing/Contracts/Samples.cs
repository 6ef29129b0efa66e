using NodaTime;

namespace LoginVerification.Testing;

/// <summary>Data to store: every property of every type has somewhere a value that is not its default. Nobody owns the numbers.</summary>
public static class Samples
{
    /// <summary>The present, with milliseconds that are easily lost.</summary>
    public static Instant Now { get; } = Instant.FromUnixTimeMilliseconds(1_768_478_400_007);

    /// <summary>The enrolment of which all sample snapshots are.</summary>
    public static EnrolmentId Enrolment { get; } = EnrolmentId.Parse("fedcba9876543210fedcba9876543210");

    /// <summary>A number with everything that can be known of it.</summary>
    public static PhoneDetails British { get; } =
        new(PhoneNumber.Parse("+447700900123"), CountryCode.Parse("GB"), LineType.Mobile) { Carrier = Carrier.Parse("Größte & \"Söhne\" 電話"), IsReserved = true };

    /// <summary>A number of which little is known.</summary>
    public static PhoneDetails American { get; } = new(PhoneNumber.Parse("+12025550123"), CountryCode.Parse("US"), LineType.FixedLineOrMobile);

    /// <summary>One of each kind of event, and of those with a choice the other one, too.</summary>
    public static IReadOnlyList<EnrolmentEvent> Events { get; } = MakeEvents();

    /// <summary>By whom sample enrolments are erased.</summary>
    public static Origin Erased { get; } = new(Now + Duration.FromDays(7), Initiator.Operator, null) { StaffId = "staff-2", CorrelationId = "request 9" };

    /// <summary>What is left of an enrolment in which each kind of event happened, and in which one event could not be read.</summary>
    public static Erasure Erasure { get; } = new(Erased, Events.Count + 1, [.. Events.Select((happened, index) => ErasedEvent.Of(index + 2, happened))]);

    /// <summary>A snapshot with every property filled.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="version">Its version.</param>
    public static Enrolment Filled(AccountId account, long version) => new(account)
    {
        Version = version,
        Id = Enrolment,
        ChangedAt = Now,
        Phone = new VerifiedPhone(American, Now - Duration.FromDays(30)) { NeedsReverification = true },
        Pending = new PendingPhone(British, Now + Duration.FromHours(24), Challenge("current", Now) with { WrongTries = 2, Language = "he-IL" }),
        ActiveChannel = VerificationChannel.AppPush,
        EarlierChallenges = [Challenge("first", Now - Duration.FromMinutes(2)), Challenge("second", Now - Duration.FromMinutes(1)) with { Purpose = CodePurpose.SignIn, Digits = 8 }],
        Sends = [new SentCode(CodePurpose.Enrol, American.Number, Now - Duration.FromMinutes(2)), new SentCode(CodePurpose.SignIn, British.Number, Now - Duration.FromMilliseconds(1))],
        Failures = [new WrongCodes(CodePurpose.Enrol, British.Number, 2), new WrongCodes(CodePurpose.SignIn, American.Number, 5)],
        Locks = [new PurposeLock(CodePurpose.Enrol, Now + Duration.FromMilliseconds(30_001)), new PurposeLock(CodePurpose.SignIn, Now + Duration.FromMilliseconds(60_002))],
        OptedOut = [new OptOut(American.Number, Now - Duration.FromMilliseconds(3)), new OptOut(British.Number, Now)],
        FormerNumbers = [new FormerNumber(American.Number, true), new FormerNumber(British.Number, false)],
        PhoneRemovedAt = Now - Duration.FromMilliseconds(7),
        ChannelChanges = [Now - Duration.FromMilliseconds(5)],
        CodeDelivery = DeliveryFailure.NotServed,
        InAppNotices = [new InAppNotice(NoticeKind.VerificationEnabled, Now), new InAppNotice(NoticeKind.PhoneReplaced, Now)],
        Requests = [new HandledRequest("mark", "fingerprint", "2026-01", RefusalCode.WrongCode, Now), new HandledRequest("mark 2", "fingerprint", "2026-01", null, Now)],
        SignIn = Asked with { ConfirmedBy = Device.Id, Ended = SignInState.Approved, Delivery = DeliveryFailure.GivenUp },
        Devices = [Device, new AppDevice(DeviceId.Parse("00112233445566778899aabbccddeeff"), OtherKey, "x", Now - Duration.FromMilliseconds(6))],
        DevicesBound = 3,
        BackupCodes = Codes,
    };

    /// <summary>The generator of P-256 and its double: nobody's keys.</summary>
    private static DeviceKey Key => DeviceKey.Parse("BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU");

    private static DeviceKey OtherKey => DeviceKey.Parse("BHzyexiNA09-ilI4AwS1GsPAiWnid_IbNaYLSPxHZpl4B3dVENuO0EApPZrGn3Qw27p9reY86YIpngS3nSJ4c9E");

    private static AppDevice Device =>
        new(DeviceId.Parse("ffeeddccbbaa99887766554433221100"), Key, "Größtes \"電話\"", Now) { Address = PushAddress.Parse("{\"endpoint\":\"https://push.example/é\"}") };

    private static SignIn Asked => new(
        Challenge("asked", Now) with { Purpose = CodePurpose.SignIn, Number = American.Number, Digits = MatchingNumber.Digits, WrongTries = 1, Language = "he-IL" },
        VerificationChannel.AppPush)
    {
        Surface = Surface.Parse("mobileWeb"),
        Place = "near 東京",
        Browser = "a \"browser\"",
    };

    private static BackupCodeSet Codes =>
        new("00112233445566778899aabbccddeeff", 100_000, [new BackupCodeHash(3, new string('a', 64)), new BackupCodeHash(10, new string('b', 64))]);

    private static Challenge Challenge(string id, Instant issuedAt) => new(
        new ChallengeId(id),
        CodePurpose.Enrol,
        British.Number,
        Nonce.Parse("00112233445566778899aabbccddeeff"),
        "2026-01",
        6,
        issuedAt,
        issuedAt + Duration.FromMinutes(10));

    private static EnrolmentEvent[] MakeEvents()
    {
        var origin = new Origin(Now, Initiator.User, Surface.Parse("mobileWeb")) { CorrelationId = "request 7" };
        var byStaff = new Origin(Now, Initiator.Operator, null) { StaffId = "staff-1" };
        var byTime = new Origin(Now, Initiator.Time, null);
        var signingIn = new Origin(Now, Initiator.SignIn, Surface.Parse("mobileWeb")) { CorrelationId = "request 8" };
        var byDevice = new Origin(Now, Initiator.Device, null);
        var issued = Challenge("current", Now) with { WrongTries = 1, Language = "en" };
        var number = British.Number;
        return
        [
            new PhoneSubmitted(British, issued, Now + Duration.FromHours(24), Now - Duration.FromHours(24)) { Origin = origin, Begins = Enrolment },
            new CodeResent(issued.Id, Now - Duration.FromHours(24)) { Origin = origin },
            new CodeReissued(issued, Now - Duration.FromHours(24)) { Origin = origin },
            new CodeMismatched(issued.Id, CodePurpose.Enrol, CodeMatch.Foreign, Now + Duration.FromSeconds(30)) { Origin = origin },
            new CodeMismatched(issued.Id, CodePurpose.SignIn, CodeMatch.None, null) { Origin = origin },
            new CodeMatched(issued.Id) { Origin = origin },
            new PhoneReplaced(issued.Id, American.Number) { Origin = origin },
            new PendingCancelled(number) { Origin = origin },
            new PendingLapsed(number) { Origin = byTime },
            new ChannelEnabled(VerificationChannel.AppPush, Now - Duration.FromHours(24)) { Origin = origin },
            new ChannelChanged(VerificationChannel.Sms, VerificationChannel.AppPush, Now - Duration.FromHours(24)) { Origin = origin },
            new ChannelChanged(VerificationChannel.AppPush, VerificationChannel.Sms, Now - Duration.FromHours(24)) { Origin = origin },
            new VerificationDisabled(VerificationChannel.AppPush, DisableCause.PhoneRemoved) { Origin = origin },
            new ProtectionDropped(VerificationChannel.AppPush, DisableCause.Stop) { Origin = origin },
            new PhoneRemoved(number) { Origin = origin },
            new PhoneInvalidated(number, InvalidationReason.NoLongerServed) { Origin = byTime },
            new DeliveryOptedOut(number) { Origin = origin },
            new DeliveryRestored(number) { Origin = origin },
            new Unlocked(7) { Origin = byStaff },
            new PhoneImported(British, Now - Duration.FromDays(400)) { Origin = byStaff },
            new DeliveryFailed(issued.Id, DeliveryFailure.Refused) { Origin = byTime },
            new NoticesAcknowledged(Now) { Origin = origin },
            new ClockSetBack(Now + Duration.FromDays(1)) { Origin = byTime },
            new NoticeUndeliverable(NoticeKind.DeliveryOptedOut) { Origin = byTime },
            new RequestHandled(new HandledRequest("mark", "fingerprint", "2026-01", RefusalCode.CodeSuperseded, Now)) { Origin = origin },
            new SignInBegun(Asked, Now - Duration.FromHours(24)) { Origin = signingIn },
            new SignInBegun(new SignIn(issued with { Purpose = CodePurpose.SignIn }, VerificationChannel.Sms) { Surface = Surface.Parse("web") }, Now - Duration.FromHours(24)) { Origin = signingIn },
            new SignInResent(Asked.Challenge.Id, VerificationChannel.AppPush, Now - Duration.FromHours(24)) { Origin = signingIn },
            new SignInMismatched(Asked.Challenge.Id, Now + Duration.FromSeconds(30)) { IsFirstLock = true, Origin = byDevice },
            new SignInExhausted(Asked.Challenge.Id) { Origin = byDevice },
            new SignInConfirmed(Asked.Challenge.Id, Device.Id) { Origin = byDevice },
            new SignInApproved(Asked.Challenge.Id) { Origin = signingIn },
            new SignInDenied(Asked.Challenge.Id, Device.Id) { Origin = byDevice },
            new SignInExpired(Asked.Challenge.Id) { Origin = byTime },
            new BackupCodesIssued(Codes) { Origin = origin },
            new BackupCodeUsed(3) { Origin = signingIn },
            new BackupCodeMismatched(Now + Duration.FromSeconds(30)) { IsFirstLock = true, Origin = signingIn },
            new DeviceBound(Device) { Origin = byDevice },
            new DeviceRenamed(Device.Id, "Größtes \"電話\"") { Origin = origin },
            new DeviceAddressChanged(Device.Id, Device.Address) { Origin = byDevice },
            new DeviceAddressChanged(Device.Id, null) { Origin = new Origin(Now, Initiator.Carrier, null) },
            new DeviceRemoved(Device.Id) { Origin = byStaff },
        ];
    }
}
