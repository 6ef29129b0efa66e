using System.Text;

namespace LoginVerification.Secrecy.Tests;

/// <summary>What must not be seen, marked so that it is recognised wherever it comes out, in the forms that it may take.</summary>
internal static class Secrets
{
    public const string Number = "+447700900123";
    public const string Code = "27182818";
    public const string NonceHex = "5ec4e75ec4e75ec4e75ec4e75ec4e7aa";

    public static byte[] Key { get; } = Encoding.ASCII.GetBytes("a-key-of-the-host-that-is-marked");

    /// <summary>Names of the secrets that a text shows.</summary>
    public static IEnumerable<string> In(string text)
    {
        if (text.Contains(Number[1..], StringComparison.Ordinal))
            yield return "the number";
        if (text.Contains(Code, StringComparison.Ordinal))
            yield return "the code";
        if (text.Contains(NonceHex, StringComparison.OrdinalIgnoreCase))
            yield return "the nonce";
        if (text.Contains(Convert.ToBase64String(Key)[..40], StringComparison.Ordinal) || text.Contains(Convert.ToHexString(Key), StringComparison.OrdinalIgnoreCase))
            yield return "the key";
    }
}
