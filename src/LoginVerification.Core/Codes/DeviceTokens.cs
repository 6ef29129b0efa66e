using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace LoginVerification.Engine;

/// <summary>
/// Tokens to bind a device: the account, the time and a keyed hash, so that nothing is stored for one that is never used. The hash also covers what may not
/// change meanwhile: the enrolment, whether protection is on, and how many devices were bound, so that a token binds one device at most, removed again or not.
/// </summary>
internal sealed class DeviceTokens(CodeKeys keys)
{
    public static readonly Duration Life = Duration.FromMinutes(5);

    private const int Parts = 4;

    public string Issue(Enrolment enrolment, Instant now)
    {
        var issued = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return string.Join('.', Encoded(keys.CurrentId), Encoded(enrolment.Account.Value), issued, Mac(keys.Find(keys.CurrentId)!, enrolment, issued));
    }

    /// <summary>Whose token it says it is; null where it is none.</summary>
    public static AccountId? AccountOf(string token) => TryRead(token, out var parts) && AccountId.TryParse(parts.Account, out var account) ? account : null;

    public bool IsValid(string token, Enrolment enrolment, Instant now)
    {
        if (!TryRead(token, out var parts) || parts.Account != enrolment.Account.Value || keys.Find(parts.KeyId) is not { } key)
            return false;
        if (!long.TryParse(parts.Issued, NumberStyles.None, CultureInfo.InvariantCulture, out var issued) || issued > StoredBounds.Latest.ToUnixTimeMilliseconds())
            return false;
        var age = now - Instant.FromUnixTimeMilliseconds(issued);
        return age < Life && age > -Life
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Mac(key, enrolment, parts.Issued)), Encoding.UTF8.GetBytes(parts.Mac));
    }

    private static string Mac(byte[] key, Enrolment enrolment, string issued)
    {
        Span<byte> hash = stackalloc byte[KeyedHash.Length];
        var bound = enrolment.DevicesBound.ToString(CultureInfo.InvariantCulture);
        KeyedHash.Compute(key, ["device token", enrolment.Account.Value, enrolment.Id?.Hex ?? "", enrolment.ActiveChannel is null ? "open" : "protected", bound, issued], hash);
        return Base64Url.EncodeToString(hash);
    }

    private static bool TryRead(string token, out (string KeyId, string Account, string Issued, string Mac) parts)
    {
        parts = default;
        var split = token.Split('.');
        if (split.Length != Parts || !TryDecode(split[0], out var keyId) || !TryDecode(split[1], out var account))
            return false;
        parts = (keyId, account, split[2], split[3]);
        return true;
    }

    private static string Encoded(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static bool TryDecode(string text, [NotNullWhen(true)] out string? decoded)
    {
        decoded = Base64Url.IsValid(text) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)) : null;
        return decoded is not null;
    }
}
