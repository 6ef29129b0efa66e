using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace LoginVerification.Engine;

/// <summary>HMAC-SHA256 over parts, each with its length in front, so that no two lists of parts give the same message.</summary>
internal static class KeyedHash
{
    public const int Length = HMACSHA256.HashSizeInBytes;

    public static void Compute(byte[] key, ReadOnlySpan<string> parts, Span<byte> hash)
    {
        var size = 0;
        foreach (var part in parts)
            size += sizeof(int) + Encoding.UTF8.GetByteCount(part);
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            var message = buffer.AsSpan(0, size);
            var rest = message;
            foreach (var part in parts)
            {
                var written = Encoding.UTF8.GetBytes(part, rest[sizeof(int)..]);
                BinaryPrimitives.WriteInt32BigEndian(rest, written);
                rest = rest[(sizeof(int) + written)..];
            }

            HMACSHA256.HashData(key, message, hash);
        }
        finally
        {
            // What was hashed can be a number or a code.
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }
}
