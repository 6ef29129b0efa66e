namespace LoginVerification.Engine;

/// <summary>What is no such thing, wherever it lies: in an event that happens, in one that was stored, in a snapshot. Each answers why, or null.</summary>
internal static class StoredFit
{
    /// <summary>What a set of backup codes has to be.</summary>
    public static string? Misfit(BackupCodeSet set) =>
        set.Codes.Count > BackupCodeSet.Count || set.Codes.Select(code => code.Number).Distinct().Count() != set.Codes.Count ? "the backup codes are too many, or one comes twice"
        : set.Iterations < 1 || set.Codes.Any(code => code.Number is < 1 or > BackupCodeSet.Count) ? "no set of backup codes is like that"
        : null;

    /// <summary>What a device may be called.</summary>
    public static string? NameMisfit(string name) => name.Length is >= 1 and <= AppDevice.MaxNameLength ? null : "no device has such a name";
}
