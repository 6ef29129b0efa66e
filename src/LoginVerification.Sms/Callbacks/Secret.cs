using System.Security.Cryptography;
using System.Text;

namespace LoginVerification.Sms;

/// <summary>Compares what a request brought with the secrets that count, in a time that tells nothing of either.</summary>
internal static class Secret
{
    /// <summary>Whether it is one of the secrets. Each is compared to its end, so that the time does not tell which one came near.</summary>
    public static bool IsAmong(IEnumerable<string> secrets, string? given)
    {
        if (given is null)
            return false;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(given));
        var found = false;
        foreach (var secret in secrets.Where(secret => !string.IsNullOrEmpty(secret)))
            found |= CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(secret)), hash);
        return found;
    }
}
