using NodaTime;

namespace LoginVerification.Engine;

/// <summary>The newest sign-in.</summary>
internal sealed record StoredSignIn(
    StoredChallenge Challenge,
    VerificationChannel Channel,
    Surface Surface,
    string? Place,
    string? Browser,
    DeviceId? ConfirmedBy,
    SignInState? Ended,
    DeliveryFailure? Delivery)
{
    public static StoredSignIn? Of(SignIn? signIn) => signIn is null
        ? null
        : new(StoredChallenge.Of(signIn.Challenge), signIn.Channel, signIn.Surface, signIn.Place, signIn.Browser, signIn.ConfirmedBy, signIn.Ended, signIn.Delivery);

    public SignIn ToSignIn() =>
        new(Challenge.ToChallenge(), Channel) { Surface = Surface, Place = Place, Browser = Browser, ConfirmedBy = ConfirmedBy, Ended = Ended, Delivery = Delivery };
}

/// <summary>A device.</summary>
internal sealed record StoredDevice(DeviceId Id, DeviceKey Key, string Name, Instant BoundAt, PushAddress? Address)
{
    public static StoredDevice Of(AppDevice device) => new(device.Id, device.Key, device.Name, device.BoundAt, device.Address);

    public AppDevice ToDevice() => new(Id, Key, Name, BoundAt) { Address = Address };
}

/// <summary>Backup codes, as hashes.</summary>
internal sealed record StoredBackupCodeSet(string Salt, int Iterations, StoredBackupCodeHash[] Codes)
{
    public static StoredBackupCodeSet? Of(BackupCodeSet? set) => set is null
        ? null
        : new(set.Salt, set.Iterations, [.. set.Codes.Select(code => new StoredBackupCodeHash(code.Number, code.Hash))]);

    public BackupCodeSet ToSet() => new(Salt, Iterations, [.. Codes.Select(code => new BackupCodeHash(code.Number, code.Hash))]);
}

/// <summary>The hash of one backup code.</summary>
internal sealed record StoredBackupCodeHash(int Number, string Hash);
