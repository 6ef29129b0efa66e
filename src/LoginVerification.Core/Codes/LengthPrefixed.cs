using System.Buffers.Binary;
using System.Text;

namespace LoginVerification.Engine;

/// <summary>
/// A list of texts as one message, which is hashed or signed: each in UTF-8 with its length of 4 bytes in front, big-endian, so that no two lists give the
/// same message.
/// </summary>
internal static class LengthPrefixed
{
    public static int SizeOf(ReadOnlySpan<string> parts)
    {
        var size = 0;
        foreach (var part in parts)
            size += sizeof(int) + Encoding.UTF8.GetByteCount(part);
        return size;
    }

    /// <param name="parts">The texts.</param>
    /// <param name="message">Takes the message: as many bytes as <see cref="SizeOf"/> says.</param>
    public static void Write(ReadOnlySpan<string> parts, Span<byte> message)
    {
        foreach (var part in parts)
        {
            var written = Encoding.UTF8.GetBytes(part, message[sizeof(int)..]);
            BinaryPrimitives.WriteInt32BigEndian(message, written);
            message = message[(sizeof(int) + written)..];
        }
    }
}
