using System.Numerics;
using System.Security.Cryptography;

namespace LoginVerification.Docs.Tests;

/// <summary>
/// ECDSA over P-256 with SHA-256 whose nonce comes from the key and the message (RFC 6979), so that a page can show signatures that anybody computes again.
/// For test vectors alone: it takes no care of time.
/// </summary>
internal static class Rfc6979
{
    private const int Length = 32;

    /// <summary>r and s, with the s that the RFC has: it may be the higher one.</summary>
    public static byte[] Sign(byte[] privateKey, byte[] message)
    {
        var hash = SHA256.HashData(message);
        foreach (var nonce in Nonces(privateKey, hash))
        {
            using var point = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = nonce });
            var r = Number(point.ExportParameters(includePrivateParameters: false).Q.X!) % AppMessage.Order;
            var s = BigInteger.ModPow(Number(nonce), AppMessage.Order - 2, AppMessage.Order) * (Number(hash) + (r * Number(privateKey))) % AppMessage.Order;
            if (r != 0 && s != 0)
                return [.. Bytes(r), .. Bytes(s)];
        }

        throw new System.Diagnostics.UnreachableException();
    }

    /// <summary>RFC 6979, section 3.2.</summary>
    private static IEnumerable<byte[]> Nonces(byte[] privateKey, byte[] hash)
    {
        byte[] seed = [.. privateKey, .. Bytes(Number(hash) % AppMessage.Order)];
        var (v, k) = (Enumerable.Repeat((byte)1, Length).ToArray(), new byte[Length]);
        foreach (var separator in new byte[] { 0, 1 })
        {
            k = HMACSHA256.HashData(k, (byte[])[.. v, separator, .. seed]);
            v = HMACSHA256.HashData(k, v);
        }

        while (true)
        {
            v = HMACSHA256.HashData(k, v);
            if (Number(v) is var candidate && candidate > 0 && candidate < AppMessage.Order)
                yield return v;
            k = HMACSHA256.HashData(k, (byte[])[.. v, 0]);
            v = HMACSHA256.HashData(k, v);
        }
    }

    private static BigInteger Number(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    private static byte[] Bytes(BigInteger number)
    {
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[Length - bytes.Length], .. bytes];
    }
}
