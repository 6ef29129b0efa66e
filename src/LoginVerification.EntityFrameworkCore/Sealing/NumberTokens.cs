using System.Security.Cryptography;
using System.Text;

namespace LoginVerification.EntityFrameworkCore;

/// <summary>What stands for a number in the table by which accounts are looked up: half of its HMAC-SHA256, or without a key its digits.</summary>
internal sealed class NumberTokens(SealingKeys keys)
{
    /// <summary>128 bits tell all numbers apart; a number without a key is no longer.</summary>
    public const int Length = 16;

    /// <summary>What is written now.</summary>
    public byte[] Of(PhoneNumber number) => keys.NumberKeys is [var current, ..] ? Hash(current, number) : Plain(number);

    /// <summary>All that may stand for the number, while keys are being rotated.</summary>
    public byte[][] AllOf(PhoneNumber number) => [.. keys.NumberKeys.Select(key => Hash(key, number)), .. keys.ReadsUnsealed ? [Plain(number)] : Array.Empty<byte[]>()];

    private static byte[] Plain(PhoneNumber number) => Encoding.ASCII.GetBytes(number.E164);

    private static byte[] Hash(byte[] key, PhoneNumber number) => HMACSHA256.HashData(key, Plain(number))[..Length];
}
