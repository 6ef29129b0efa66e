namespace LoginVerification.Engine;

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
