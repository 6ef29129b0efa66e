using NodaTime;

namespace LoginVerification.Engine;

/// <summary>The newest sign-in of an account: what was asked, and how it ended. Immutable; compares by value.</summary>
/// <param name="Challenge">What has to be answered: a code, or a number to match, without either.</param>
/// <param name="Channel">Over which channel; the one that was active when it began.</param>
public sealed record SignIn(Challenge Challenge, VerificationChannel Channel)
{
    /// <summary>The longest place and the longest browser, in UTF-16 code units.</summary>
    public const int MaxContextLength = 128;

    /// <summary>Where it was begun.</summary>
    public required Surface Surface { get; init; }

    /// <summary>Where the browser seems to be, as the host tells the owner, or null.</summary>
    public string? Place { get; init; }

    /// <summary>What browser it is, as the host tells the owner, or null.</summary>
    public string? Browser { get; init; }

    /// <summary>The device on which the owner said yes, with the right number; null while none did.</summary>
    public DeviceId? ConfirmedBy { get; init; }

    /// <summary>How it ended, or null while it is open.</summary>
    public SignInState? Ended { get; init; }

    /// <summary>Why the code did not reach the phone, or null while nothing is known against it.</summary>
    public DeliveryFailure? Delivery { get; init; }
}

/// <summary>A device that can approve sign-ins. Immutable; compares by value.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Key">What verifies its signatures.</param>
/// <param name="Name">What its owner calls it: 1 to <see cref="MaxNameLength"/> characters.</param>
/// <param name="BoundAt">When it was bound.</param>
public sealed record AppDevice(DeviceId Id, DeviceKey Key, string Name, Instant BoundAt)
{
    /// <summary>The longest name, in UTF-16 code units.</summary>
    public const int MaxNameLength = 64;

    /// <summary>Where a push service reaches it, or null: the app then asks by itself.</summary>
    public PushAddress? Address { get; init; }
}

/// <summary>Backup codes, as password hashes: those that were not used yet. Immutable; compares by value.</summary>
/// <param name="Salt">The salt of the set, as hexadecimal digits.</param>
/// <param name="Iterations">Of PBKDF2 with HMAC-SHA-512 (RFC 8018, section 5.2).</param>
/// <param name="Codes">The unused ones; at most <see cref="Count"/>.</param>
public sealed record BackupCodeSet(string Salt, int Iterations, ValueList<BackupCodeHash> Codes)
{
    /// <summary>How many codes a set has.</summary>
    public const int Count = 10;
}

/// <summary>The hash of one backup code. Immutable; compares by value.</summary>
/// <param name="Number">Which one of its set, from 1.</param>
/// <param name="Hash">32 bytes as hexadecimal digits.</param>
public sealed record BackupCodeHash(int Number, string Hash);
