using System.Buffers.Binary;

namespace LoginVerification.Engine;

/// <summary>
/// Computes the code of a challenge from the host's key, so that it is stored nowhere: HMAC-SHA256,
/// truncated to digits as RFC 4226, section 5.3, does it.
/// </summary>
internal static class CodeGenerator
{
    private const string Purpose = "enrolment";

    public static void Generate(byte[] key, AccountId account, Challenge challenge, Span<char> code)
    {
        Span<byte> hash = stackalloc byte[KeyedHash.Length];
        KeyedHash.Compute(key, [challenge.Nonce.Hex, account.Value, challenge.Number.E164, Purpose, challenge.Id.Value], hash);
        var offset = hash[^1] & 0x0F;
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash[offset..]) & 0x7FFFFFFF;
        for (var i = code.Length - 1; i >= 0; i--, number /= 10)
            code[i] = (char)('0' + (number % 10));
    }
}
