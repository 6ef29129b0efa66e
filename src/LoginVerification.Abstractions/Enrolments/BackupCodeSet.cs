namespace LoginVerification.Engine;

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
