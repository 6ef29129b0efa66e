using System.Security.Cryptography;
using System.Text;

namespace LoginVerification.EntityFrameworkCore;

/// <summary>
/// The keys by which data is sealed, and those derived from them (RFC 5869): one for each account, so that the random nonces of AES-GCM
/// never come near the 2^32 that one key may have (NIST SP 800-38D, section 8.3), and one for look-ups by number. Without a key nothing is sealed.
/// </summary>
internal sealed class SealingKeys
{
    public const int MaxIdLength = 64;

    /// <summary>The pseudorandom key of each, from which keys are expanded: it is extracted once, and not for every text.</summary>
    private readonly Dictionary<string, byte[]> keys;
    private readonly string currentId;

    public SealingKeys(IReadOnlyDictionary<string, byte[]> keys, string currentId, bool readsUnsealed)
    {
        ReadsUnsealed = readsUnsealed;
        this.keys = keys.ToDictionary(key => key.Key, key => HKDF.Extract(HashAlgorithmName.SHA256, key.Value), StringComparer.Ordinal);
        this.currentId = currentId;
        NumberKeys = [.. this.keys.OrderBy(key => key.Key == currentId ? 0 : 1).Select(key => Derive(key.Value, "number"))];
    }

    public static SealingKeys None { get; } = new(new Dictionary<string, byte[]>(), "", readsUnsealed: true);

    /// <summary>The id of the key for what is written now; null where nothing is sealed.</summary>
    public string? CurrentId => keys.Count == 0 ? null : currentId;

    /// <summary>Whether what is not sealed counts.</summary>
    public bool ReadsUnsealed { get; }

    /// <summary>The keys for look-ups by number, the current one first.</summary>
    public IReadOnlyList<byte[]> NumberKeys { get; }

    public bool Has(string keyId) => keys.ContainsKey(keyId);

    /// <exception cref="SealedDataException">There is no such key.</exception>
    public byte[] ForAccount(string keyId, string account) => keys.TryGetValue(keyId, out var key)
        ? Derive(key, $"account {account}")
        : throw new SealedDataException($"The data is sealed by the key \"{keyId}\", which the options do not have.");

    private static byte[] Derive(byte[] key, string purpose) =>
        HKDF.Expand(HashAlgorithmName.SHA256, key, LoginVerificationStoreOptions.SealingKeyBytes, Encoding.UTF8.GetBytes($"LoginVerification {purpose}"));
}
