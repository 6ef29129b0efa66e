using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace LoginVerification.WebPush;

/// <summary>Keys of P-256 as Web Push writes them: base64url without padding (RFC 8292, section 3.2; the Push API's <c>PushSubscription.toJSON</c>).</summary>
internal static class P256
{
    private const int CoordinateLength = 32;

    /// <summary>Whether the text is an uncompressed point of the curve.</summary>
    public static bool IsPublicKey([NotNullWhen(true)] string? text) => DeviceKey.TryParse(text, out _);

    /// <summary>Whether the text is as long as a private key.</summary>
    public static bool IsPrivateKey([NotNullWhen(true)] string? text) => TryRead(text, CoordinateLength, out _);

    /// <summary>Whether what the private key signs is verified by the public one. Platforms differ in what they look at when they take a pair, so that it is tried.</summary>
    public static bool IsPair(string publicKey, string privateKey)
    {
        if (!TryRead(publicKey, DeviceKey.Length, out var point) || !TryRead(privateKey, CoordinateLength, out var secret))
            return false;
        try
        {
            using var signer = ECDsa.Create(ParametersOf(point) with { D = secret });
            using var verifier = ECDsa.Create(ParametersOf(point));
            return verifier.VerifyData(point, signer.SignData(point, HashAlgorithmName.SHA256), HashAlgorithmName.SHA256);
        }
        catch (CryptographicException)
        {
            return false;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    /// <summary>The bytes of a text that has just so many, and is the one way to write them.</summary>
    public static bool TryRead([NotNullWhen(true)] string? text, int length, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        if (text is null || !Base64Url.IsValid(text, out var decoded) || decoded != length)
            return false;
        var read = Base64Url.DecodeFromChars(text);
        if (Base64Url.EncodeToString(read) != text)
            return false;
        bytes = read;
        return true;
    }

    private static ECParameters ParametersOf(byte[] point) => new()
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new ECPoint { X = point[1..(1 + CoordinateLength)], Y = point[(1 + CoordinateLength)..] },
    };
}
