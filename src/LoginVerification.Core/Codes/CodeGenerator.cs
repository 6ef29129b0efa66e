using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace LoginVerification;

/// <summary>
/// Computes the code of a challenge from the host's key, so that it is stored nowhere: HMAC-SHA256 over length-prefixed parts,
/// truncated to digits as RFC 4226, section 5.3, does it.
/// </summary>
internal static class CodeGenerator
{
    private const string Purpose = "enrolment";
    private const int LongestPart = 512;
    private const int PartCount = 5;

    public static void Generate(byte[] key, AccountId account, Challenge challenge, Span<char> code)
    {
        Span<byte> message = stackalloc byte[PartCount * (sizeof(int) + LongestPart)];
        var length = 0;
        Append(message, ref length, challenge.Nonce.Hex);
        Append(message, ref length, account.Value);
        Append(message, ref length, challenge.Number.E164);
        Append(message, ref length, Purpose);
        Append(message, ref length, challenge.Id.Value);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, message[..length], hash);

        var offset = hash[^1] & 0x0F;
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash[offset..]) & 0x7FFFFFFF;
        for (var i = code.Length - 1; i >= 0; i--, number /= 10)
            code[i] = (char)('0' + (number % 10));
    }

    private static void Append(Span<byte> message, ref int length, string part)
    {
        var written = Encoding.UTF8.GetBytes(part, message[(length + sizeof(int))..]);
        BinaryPrimitives.WriteInt32BigEndian(message[length..], written);
        length += sizeof(int) + written;
    }
}
