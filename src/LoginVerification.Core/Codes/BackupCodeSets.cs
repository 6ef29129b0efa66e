using System.Security.Cryptography;
using System.Text;

namespace LoginVerification.Engine;

/// <summary>
/// Draws backup codes, and finds out which of them was given. They are kept as salted password hashes (NIST SP 800-63B-4, section 3.1.2.2): PBKDF2 with
/// HMAC-SHA-512, one salt a set, so that a try costs one computation and not ten. It is the 80 random bits of a code that nobody can search through; iterations
/// lengthen that search by 13 bits more, and cost whoever signs in a few milliseconds.
/// </summary>
internal sealed class BackupCodeSets(IEntropy entropy)
{
    private const int SaltLength = 16;
    private const int HashLength = 32;
    private const int BitsPerCharacter = 5;
    private const int GroupLength = 4;

    private const int Iterations = 10_000;

    /// <summary>For decisions that nobody is shown: it stands for any set.</summary>
    public static BackupCodeSet Some { get; } = new("", Iterations, []);

    /// <summary>A new set, and what its owner is shown.</summary>
    public DrawnBackupCodes Draw()
    {
        Span<byte> salt = stackalloc byte[SaltLength];
        entropy.Fill(salt);
        var texts = Enumerable.Range(0, BackupCodeSet.Count).Select(_ => DrawText()).ToArray();
        var saltText = Convert.ToHexStringLower(salt);
        var hashes = texts.Select((text, index) => new BackupCodeHash(index + 1, Hash(text, saltText, Iterations)));
        return new DrawnBackupCodes(new BackupCodeSet(saltText, Iterations, hashes.ToValueList()), texts.Select(text => new BackupCode(Grouped(text))).ToValueList());
    }

    /// <summary>The number of the code that was given, or null for none of them. The comparison takes the same time, whichever it is.</summary>
    public static int? Match(BackupCodeSet? set, CodeInput input)
    {
        if (set is null || !BackupCodeReader.TryRead(input, out var code))
            return null;
        var given = Convert.FromHexString(Hash(code, set.Salt, set.Iterations));
        int? match = null;
        foreach (var kept in set.Codes)
        {
            if (CryptographicOperations.FixedTimeEquals(given, Convert.FromHexString(kept.Hash)))
                match = kept.Number;
        }

        return match;
    }

    private string DrawText()
    {
        Span<byte> bytes = stackalloc byte[BackupCodeReader.Length];
        entropy.Fill(bytes);
        Span<char> text = stackalloc char[BackupCodeReader.Length];
        for (var i = 0; i < text.Length; i++)
            text[i] = BackupCodeReader.Alphabet[bytes[i] & ((1 << BitsPerCharacter) - 1)];
        return text.ToString();
    }

    private static string Hash(string code, string salt, int iterations) =>
        Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(code), Convert.FromHexString(salt), iterations, HashAlgorithmName.SHA512, HashLength));

    private static string Grouped(string text) => string.Join('-', text.Chunk(GroupLength).Select(group => new string(group)));
}

/// <summary>A new set of backup codes.</summary>
/// <param name="Set">What is kept.</param>
/// <param name="Shown">What its owner is shown, once.</param>
internal sealed record DrawnBackupCodes(BackupCodeSet Set, ValueList<BackupCode> Shown);
