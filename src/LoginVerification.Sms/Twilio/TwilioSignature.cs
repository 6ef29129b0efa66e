using System.Security.Cryptography;
using System.Text;

namespace LoginVerification.Sms;

/// <summary>
/// Whether a request is signed by Twilio: <c>X-Twilio-Signature</c> is an HMAC-SHA1 under the account's auth token, in base64, of the address and
/// of what was posted (Twilio, "Secure webhooks", "Validate requests"). Pure and thread-safe.
/// </summary>
/// <remarks>
/// The address is the one that Twilio called, letter by letter, query included. Behind a proxy that ends TLS that is not the one that your server
/// sees. Twilio is not consistent about the port, so that both forms of the address are tried, as in its own libraries. Signatures by a rule
/// with a shared key and SHA-256 (<c>X-Twilio-Webhooks-Signature-Settings</c>) are not read.
/// </remarks>
public static class TwilioSignature
{
    /// <summary>Checks a request with a form, or with none.</summary>
    /// <param name="authTokens">The tokens that count, in any order. Each is tried, so that the time does not tell which one fits.</param>
    /// <param name="address">The whole address.</param>
    /// <param name="form">Every field of the form, as it was posted; empty for a GET.</param>
    /// <param name="signature">The header's value; null if there was none.</param>
    /// <returns>False for anything that Twilio did not sign so.</returns>
    public static bool IsOfForm(IEnumerable<string> authTokens, string address, IEnumerable<KeyValuePair<string, string>> form, string? signature)
    {
        ArgumentNullException.ThrowIfNull(authTokens);
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(form);
        return IsSigned(authTokens, address, Joined(form), signature);
    }

    /// <summary>Checks a request with another body, as JSON: the address has its hash, <c>bodySHA256</c>, and is signed.</summary>
    /// <param name="authTokens">The tokens that count.</param>
    /// <param name="address">The whole address.</param>
    /// <param name="body">The bytes of the body.</param>
    /// <param name="signature">The header's value; null if there was none.</param>
    /// <returns>False for anything that Twilio did not sign so, and where the address has no hash.</returns>
    public static bool IsOfBody(IEnumerable<string> authTokens, string address, ReadOnlySpan<byte> body, string? signature)
    {
        ArgumentNullException.ThrowIfNull(authTokens);
        ArgumentNullException.ThrowIfNull(address);
        var at = address.IndexOf('?', StringComparison.Ordinal);
        var told = at < 0 ? null : QueryText.SingleText(address[(at + 1)..], "bodySHA256");
        var isBody = told is not null && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(body))),
            Encoding.UTF8.GetBytes(told.ToLowerInvariant()));
        return IsSigned(authTokens, address, "", signature) && isBody;
    }

    // Twilio chose SHA-1; as HMAC it is not broken (RFC 6194, section 3.3).
#pragma warning disable CA5350
    private static bool IsSigned(IEnumerable<string> authTokens, string address, string posted, string? signature)
    {
        if (string.IsNullOrEmpty(signature))
            return false;
        var given = Encoding.UTF8.GetBytes(signature);
        var found = false;
        foreach (var token in authTokens.Where(token => !string.IsNullOrEmpty(token)))
        {
            foreach (var form in TwilioAddress.Forms(address))
            {
                var hash = HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(form + posted));
                found |= CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Convert.ToBase64String(hash)), given);
            }
        }

        return found;
    }
#pragma warning restore CA5350

    /// <summary>Names with their values, by name, letter by letter whatever the host's culture. A name that comes more than once has each of its values once, in order, as Twilio's libraries for other languages do it.</summary>
    private static string Joined(IEnumerable<KeyValuePair<string, string>> form) => string.Concat(
        from values in form.GroupBy(field => field.Key ?? "", field => field.Value ?? "", StringComparer.Ordinal).OrderBy(values => values.Key, StringComparer.Ordinal)
        from value in values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        select values.Key + value);
}
