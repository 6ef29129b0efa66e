using System.Security.Cryptography;
using System.Text;

namespace LoginVerification.EntityFrameworkCore;

/// <summary>
/// Seals what rows hold, so that who reads the database learns no number, and who writes it can forge nothing and move nothing. That all rows of an
/// account are gone, or that all are as they were once, nobody notices. A sealed text is
/// <c>0x01, length of the key's id, the key's id, nonce, ciphertext, tag</c>; one that is not sealed is <c>0x00, nonce, UTF-8</c>. With its nonce no
/// text is written twice, so that a save is told from another one that says the same.
/// </summary>
internal sealed class Sealer(SealingKeys keys)
{
    private const byte PlainForm = 0;
    private const byte SealedForm = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private const string Known = "LoginVerification";

    public byte[] SealSnapshot(string text, string account, long version) => Seal(text, keys.CurrentId, account, $"snapshot {version}");

    public byte[] SealEvent(string text, string account, long version) => Seal(text, keys.CurrentId, account, $"event {version}");

    public byte[] SealErasure(string text, string account, int number) => Seal(text, keys.CurrentId, account, $"erasure {number}");

    /// <exception cref="SealedDataException">It is not what was sealed for this account and version, or its key is not configured.</exception>
    public string OpenSnapshot(byte[] stored, string account, long version) => Open(stored, account, $"snapshot {version}");

    /// <inheritdoc cref="OpenSnapshot"/>
    public string OpenEvent(byte[] stored, string account, long version) => Open(stored, account, $"event {version}");

    /// <inheritdoc cref="OpenSnapshot"/>
    public string OpenErasure(byte[] stored, string account, int number) => Open(stored, account, $"erasure {number}");

    /// <summary>Something known, by which the key is recognised later.</summary>
    public byte[] SealCheck(string keyId) => Seal(Known, keyId, "", "check");

    /// <summary>Whether the configured key of that id is the one that sealed the check.</summary>
    public bool Checks(byte[] check)
    {
        try
        {
            return Open(check, "", "check") == Known;
        }
        catch (SealedDataException)
        {
            return false;
        }
    }

    /// <summary>Whether it is sealed as what is written now. What is cut short is not.</summary>
    public bool IsCurrent(byte[] stored) => keys.CurrentId is { } current
        ? stored is [SealedForm, var idLength, ..] && stored.Length >= 2 + idLength && KeyIdOf(stored) == current
        : stored is not [SealedForm, ..];

    private static string KeyIdOf(byte[] stored) => Encoding.UTF8.GetString(stored.AsSpan(2, stored[1]));

    private byte[] Seal(string text, string? keyId, string account, string place)
    {
        if (keyId is null)
            return [PlainForm, .. RandomNumberGenerator.GetBytes(NonceBytes), .. Encoding.UTF8.GetBytes(text)];
        var headLength = 2 + Encoding.UTF8.GetByteCount(keyId);
        var textLength = Encoding.UTF8.GetByteCount(text);
        var stored = new byte[headLength + NonceBytes + textLength + TagBytes];
        stored[0] = SealedForm;
        stored[1] = (byte)Encoding.UTF8.GetBytes(keyId, stored.AsSpan(2));
        var nonce = stored.AsSpan(headLength, NonceBytes);
        var body = stored.AsSpan(headLength + NonceBytes, textLength);
        RandomNumberGenerator.Fill(nonce);
        Encoding.UTF8.GetBytes(text, body);
        using var cipher = new AesGcm(keys.ForAccount(keyId, account), TagBytes);
        cipher.Encrypt(nonce, body, body, stored.AsSpan(^TagBytes), Context(account, place));
        return stored;
    }

    private string Open(byte[] stored, string account, string place)
    {
        if (stored is [PlainForm, ..] && !keys.ReadsUnsealed)
            throw new SealedDataException("The data is not sealed, and there is a key. While a first key is introduced, set ReadsUnsealed.");
        if (stored is [PlainForm, ..] && stored.Length > NonceBytes)
            return Encoding.UTF8.GetString(stored.AsSpan(1 + NonceBytes));
        if (stored is not [SealedForm, _, ..] || stored.Length < 2 + stored[1] + NonceBytes + TagBytes)
            throw new SealedDataException("The data is cut short.");
        var headLength = 2 + stored[1];
        var text = new byte[stored.Length - headLength - NonceBytes - TagBytes];
        using var cipher = new AesGcm(keys.ForAccount(KeyIdOf(stored), account), TagBytes);
        try
        {
            cipher.Decrypt(stored.AsSpan(headLength, NonceBytes), stored.AsSpan(headLength + NonceBytes, text.Length), stored.AsSpan(^TagBytes), text, Context(account, place));
        }
        catch (AuthenticationTagMismatchException mismatch)
        {
            throw new SealedDataException("The data was altered, or sealed for another place, or by another key of the same id.", mismatch);
        }

        return Encoding.UTF8.GetString(text);
    }

    /// <summary>What is sealed in one place opens in no other. The place comes first and holds no line break, so that no account's name can imitate it.</summary>
    private static byte[] Context(string account, string place) => Encoding.UTF8.GetBytes($"{place}\n{account}");
}
