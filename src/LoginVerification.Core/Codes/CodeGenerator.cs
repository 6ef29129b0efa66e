using System.Buffers.Binary;
using System.Diagnostics;

namespace LoginVerification.Engine;

/// <summary>
/// Computes the code of a challenge from the host's key, so that it is stored nowhere: HMAC-SHA256,
/// truncated to digits as RFC 4226, section 5.3, does it.
/// </summary>
internal static class CodeGenerator
{
    /// <param name="key">The host's key of the challenge.</param>
    /// <param name="account">Whose challenge it is.</param>
    /// <param name="challenge">The challenge.</param>
    /// <param name="code">Takes the digits: as many as the challenge has.</param>
    public static void Generate(byte[] key, AccountId account, Challenge challenge, Span<char> code)
    {
        Span<byte> hash = stackalloc byte[KeyedHash.Length];
        KeyedHash.Compute(key, [challenge.Nonce.Hex, account.Value, challenge.Number.E164, NameOf(challenge.Purpose), challenge.Id.Value], hash);
        var offset = hash[^1] & 0x0F;
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash[offset..]) & 0x7FFFFFFF;
        for (var i = code.Length - 1; i >= 0; i--, number /= 10)
            code[i] = (char)('0' + (number % 10));
    }

    /// <summary>The names are part of what is hashed: they stay when the members are renamed.</summary>
    private static string NameOf(CodePurpose purpose) => purpose switch
    {
        CodePurpose.Enrol => "enrol",
        CodePurpose.SignIn => "signIn",
        _ => throw new UnreachableException(),
    };
}
