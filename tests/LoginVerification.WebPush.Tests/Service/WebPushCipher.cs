using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace LoginVerification.WebPush.Tests.Service;

/// <summary>Reads what a push service hands on, as a browser does: RFC 8291 over RFC 8188, written from the texts and beside the library that sends.</summary>
internal static class WebPushCipher
{
    private const int SaltLength = 16;
    private const int TagLength = 16;
    private const int HeaderLength = SaltLength + sizeof(uint) + 1;
    private const byte LastRecord = 2;

    public static byte[] Decrypt(ReadOnlySpan<byte> body, ECDiffieHellman receiver, byte[] authSecret)
    {
        var salt = body[..SaltLength].ToArray();
        var recordSize = BinaryPrimitives.ReadUInt32BigEndian(body[SaltLength..]);
        int keyLength = body[HeaderLength - 1];
        var sender = body[HeaderLength..(HeaderLength + keyLength)].ToArray();
        var record = body[(HeaderLength + keyLength)..];
        if (record.Length > recordSize)
            throw new InvalidDataException("Web Push has one record alone.");

        using var sendersKey = ECDiffieHellman.Create(Point(sender));
        var shared = receiver.DeriveRawSecretAgreement(sendersKey.PublicKey);
        byte[] about = [.. "WebPush: info\0"u8, .. Point(receiver), .. sender];
        var keying = HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, 32, authSecret, about);
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, keying, 16, salt, Encoding.ASCII.GetBytes("Content-Encoding: aes128gcm\0"));
        var nonce = HKDF.DeriveKey(HashAlgorithmName.SHA256, keying, 12, salt, Encoding.ASCII.GetBytes("Content-Encoding: nonce\0"));

        var plain = new byte[record.Length - TagLength];
        using (var cipher = new AesGcm(key, TagLength))
            cipher.Decrypt(nonce, record[..^TagLength], record[^TagLength..], plain);
        var end = Array.FindLastIndex(plain, unit => unit != 0);
        return plain[end] == LastRecord ? plain[..end] : throw new InvalidDataException("The last record ends otherwise.");
    }

    /// <summary>An uncompressed point (SEC 1, section 2.3.3).</summary>
    public static byte[] Point(ECAlgorithm key)
    {
        var parameters = key is ECDiffieHellman agreement ? agreement.ExportParameters(false) : ((ECDsa)key).ExportParameters(false);
        return [4, .. parameters.Q.X!, .. parameters.Q.Y!];
    }

    public static ECParameters Point(byte[] point, byte[]? secret = null) => point is [4, ..] && point.Length == 65
        ? new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = point[1..33], Y = point[33..] }, D = secret }
        : throw new InvalidDataException("No uncompressed point of P-256.");
}
