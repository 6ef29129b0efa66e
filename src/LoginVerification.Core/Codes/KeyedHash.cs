using System.Buffers;
using System.Security.Cryptography;

namespace LoginVerification.Engine;

/// <summary>HMAC-SHA256 over a list of texts.</summary>
internal static class KeyedHash
{
    public const int Length = HMACSHA256.HashSizeInBytes;

    public static void Compute(byte[] key, ReadOnlySpan<string> parts, Span<byte> hash)
    {
        var size = LengthPrefixed.SizeOf(parts);
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            var message = buffer.AsSpan(0, size);
            LengthPrefixed.Write(parts, message);
            HMACSHA256.HashData(key, message, hash);
        }
        finally
        {
            // What was hashed can be a number or a code.
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }
}
