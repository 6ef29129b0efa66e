using System.Security.Cryptography;
using System.Text;

namespace LoginVerification.Sms.Tests.Twilio;

/// <summary>Signs as Twilio's page tells it, once more.</summary>
internal static class Signer
{
    public static string Sign(string address, IEnumerable<KeyValuePair<string, string>> form, string token) => Hmac(
        Encoding.UTF8.GetBytes(token),
        Encoding.UTF8.GetBytes(address + string.Concat(form.OrderBy(field => field.Key, StringComparer.Ordinal).ThenBy(field => field.Value, StringComparer.Ordinal).Select(field => field.Key + field.Value))));

#pragma warning disable CA5350 // Twilio chose SHA-1.
    private static string Hmac(byte[] key, byte[] data) => Convert.ToBase64String(HMACSHA1.HashData(key, data));
#pragma warning restore CA5350
}
