using System.Buffers.Binary;
using System.Security.Cryptography;

namespace LoginVerification.Identity.Tests.Applications;

/// <summary>An authenticator app: RFC 6238 over a key in base32, six digits every 30 seconds of the real clock, which Identity reads.</summary>
internal static class Authenticator
{
    /// <summary>What a session sees that may not see the key.</summary>
    public const string Hidden = "(sign in again, with the second factor)";

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Code(string key, int steps = 0)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30 + steps);
#pragma warning disable CA5350 // What RFC 6238 and Identity use.
        var hash = HMACSHA1.HashData(Decode(key), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>A code that none of the steps that Identity takes has.</summary>
    public static string WrongCode(string key, params string[] others) => Enumerable.Range(0, 1_000_000)
        .Select(code => code.ToString("D6", System.Globalization.CultureInfo.InvariantCulture))
        .First(code => !others.Contains(code) && Enumerable.Range(-4, 9).All(step => Code(key, step) != code));

    private static byte[] Decode(string key)
    {
        var (bytes, buffer, bits) = (new List<byte>(), 0, 0);
        foreach (var letter in key.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant())
        {
            buffer = ((buffer << 5) | Base32.IndexOf(letter, StringComparison.Ordinal)) & 0xfff;
            bits += 5;
            if (bits < 8)
                continue;
            bits -= 8;
            bytes.Add((byte)((buffer >> bits) & 0xff));
        }

        return [.. bytes];
    }
}
