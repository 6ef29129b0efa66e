namespace LoginVerification;

/// <summary>The one source of randomness.</summary>
internal interface IEntropy
{
    /// <summary>Fills the bytes with unpredictable values.</summary>
    void Fill(Span<byte> bytes);
}
