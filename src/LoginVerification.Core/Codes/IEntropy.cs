using System.Security.Cryptography;

namespace LoginVerification.Engine;

/// <summary>The one source of randomness.</summary>
internal interface IEntropy
{
    /// <summary>Fills the bytes with unpredictable values.</summary>
    void Fill(Span<byte> bytes);
}

/// <summary>The system's cryptographic random source.</summary>
internal sealed class SystemEntropy : IEntropy
{
    public void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
}
