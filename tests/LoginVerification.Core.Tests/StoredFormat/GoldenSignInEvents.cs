using NodaTime;

namespace LoginVerification.Tests;

/// <summary>What the golden events of sign-ins, backup codes and devices say, by the type and the variant in the name of their file.</summary>
internal static class GoldenSignInEvents
{
    public static readonly Instant At = Instant.FromUtc(2026, 1, 15, 12, 0) + Duration.FromMilliseconds(7);

    private static readonly ChallengeId Id = new("5f2c7a90b1d34e8886c0a1f2e3d4c5b6");
    private static readonly Origin SignIn = new(At, Initiator.SignIn, Surface.Parse("mobileWeb")) { CorrelationId = "request 8" };
    private static readonly Origin Device = new(At, Initiator.Device, null);
    private static readonly Origin User = new(At, Initiator.User, Surface.Parse("web"));

    /// <summary>The generator of P-256 is the public key of nobody.</summary>
    public static AppDevice Phone { get; } = new(
        DeviceId.Parse("d1d2d3d4d5d6d7d8d9dadbdcdddedfd0"),
        DeviceKey.Parse("BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU"),
        "Dana's téléphone",
        At)
    { Address = PushAddress.Parse("{\"endpoint\":\"https://push.example/1\"}") };

    public static BackupCodeSet Codes { get; } = new(
        "00112233445566778899aabbccddeeff",
        100_000,
        [
            new BackupCodeHash(1, "1f1e1d1c1b1a191817161514131211100f0e0d0c0b0a09080706050403020100"),
            new BackupCodeHash(7, "7f7e7d7c7b7a797877767574737271706f6e6d6c6b6a69686766656463626160"),
        ]);

    public static SignIn BySms { get; } = new(
        new Challenge(Id, CodePurpose.SignIn, PhoneNumber.Parse("+12025550123"), Nonce.Parse("00112233445566778899aabbccddeeff"), "2026-01", 6, At, At + Duration.FromMinutes(10)) { Language = "en-GB" },
        VerificationChannel.Sms)
    { Surface = Surface.Parse("mobileWeb") };

    public static SignIn ByApp { get; } = new(BySms.Challenge with { Digits = 2, ExpiresAt = At + Duration.FromMinutes(2), Language = null }, VerificationChannel.AppPush)
    {
        Surface = Surface.Parse("web"),
        Place = "near Zürich",
        Browser = "a \"browser\"",
    };

    public static IReadOnlyDictionary<string, EnrolmentEvent> ByName { get; } = new Dictionary<string, EnrolmentEvent>
    {
        ["SignInBegun"] = new SignInBegun(BySms, At - Duration.FromHours(24)) { Origin = SignIn },
        ["SignInBegun.by-app"] = new SignInBegun(ByApp, At - Duration.FromHours(24)) { Origin = SignIn with { Surface = ByApp.Surface } },
        ["SignInResent"] = new SignInResent(Id, VerificationChannel.AppPush, At - Duration.FromHours(24)) { Origin = SignIn },
        ["SignInMismatched"] = new SignInMismatched(Id, null) { Origin = SignIn },
        ["SignInMismatched.locking"] = new SignInMismatched(Id, At + Duration.FromSeconds(30)) { IsFirstLock = true, Origin = Device },
        ["SignInExhausted"] = new SignInExhausted(Id) { Origin = SignIn },
        ["SignInConfirmed"] = new SignInConfirmed(Id, Phone.Id) { Origin = Device },
        ["SignInApproved"] = new SignInApproved(Id) { Origin = SignIn },
        ["SignInDenied"] = new SignInDenied(Id, Phone.Id) { Origin = Device },
        ["SignInExpired"] = new SignInExpired(Id) { Origin = new Origin(At, Initiator.Time, null) },
        ["BackupCodesIssued"] = new BackupCodesIssued(Codes) { Origin = User },
        ["BackupCodeUsed"] = new BackupCodeUsed(3) { Origin = SignIn },
        ["BackupCodeMismatched"] = new BackupCodeMismatched(null) { Origin = SignIn },
        ["BackupCodeMismatched.locking"] = new BackupCodeMismatched(At + Duration.FromSeconds(30)) { IsFirstLock = true, Origin = SignIn },
        ["DeviceBound"] = new DeviceBound(Phone) { Origin = Device },
        ["DeviceRenamed"] = new DeviceRenamed(Phone.Id, "Tablet") { Origin = User },
        ["DeviceAddressChanged"] = new DeviceAddressChanged(Phone.Id, PushAddress.Parse("{\"endpoint\":\"https://push.example/2\"}")) { Origin = Device },
        ["DeviceAddressChanged.gone"] = new DeviceAddressChanged(Phone.Id, null) { Origin = new Origin(At, Initiator.Carrier, null) },
        ["DeviceRemoved"] = new DeviceRemoved(Phone.Id) { Origin = new Origin(At, Initiator.Operator, null) { StaffId = "staff-1" } },
    };
}
