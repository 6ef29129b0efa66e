using System.Security.Cryptography;

namespace LoginVerification;

/// <summary>The system's cryptographic random source.</summary>
internal sealed class SystemEntropy : IEntropy
{
    public void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
}
