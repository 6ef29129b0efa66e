namespace LoginVerification.Engine;

/// <summary>
/// 128 random bits that make each code independent of every other. Worthless without the host's key, and hidden all the same.
/// Immutable and thread-safe.
/// </summary>
public sealed record Nonce
{
    /// <summary>How many bytes a nonce has.</summary>
    public const int Length = 16;

    /// <summary>Wraps 16 bytes from a cryptographic random source.</summary>
    /// <param name="hex">32 hexadecimal digits.</param>
    /// <exception cref="ArgumentException">The text is not 32 hexadecimal digits.</exception>
    public Nonce(string hex)
    {
        ArgumentNullException.ThrowIfNull(hex);
        if (hex.Length != 2 * Length || !hex.All(char.IsAsciiHexDigit))
            throw new ArgumentException($"A nonce is {2 * Length} hexadecimal digits.", nameof(hex));
        Hex = hex;
    }

    /// <summary>The bytes as hexadecimal digits.</summary>
    public string Hex { get; }

    /// <summary>A fixed text.</summary>
    public override string ToString() => "(nonce)";
}
