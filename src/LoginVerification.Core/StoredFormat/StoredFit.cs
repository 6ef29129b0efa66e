namespace LoginVerification.Engine;

/// <summary>What is no such thing, wherever it lies: in an event that happens, in one that was stored, in a snapshot. Each answers why, or null.</summary>
internal static class StoredFit
{
    private const int HashDigits = 64;

    /// <summary>What a set of backup codes has to be.</summary>
    public static string? Misfit(BackupCodeSet set) =>
        set.Codes.Count > BackupCodeSet.Count || set.Codes.Select(code => code.Number).Distinct().Count() != set.Codes.Count ? "the backup codes are too many, or one comes twice"
        : set.Iterations is < 1 or > StoredBounds.MaxIterations || !IsHex(set.Salt) || !set.Codes.All(IsHash) ? "no set of backup codes is like that"
        : null;

    /// <summary>What a device may be called.</summary>
    public static string? NameMisfit(string name) => name.Length is >= 1 and <= AppDevice.MaxNameLength ? null : "no device has such a name";

    private static bool IsHash(BackupCodeHash code) => code.Number is >= 1 and <= BackupCodeSet.Count && code.Hash.Length == HashDigits && IsHex(code.Hash);

    /// <summary>Whoever compares a code with it makes bytes of it.</summary>
    private static bool IsHex(string text) => text.Length > 0 && text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit);
}
