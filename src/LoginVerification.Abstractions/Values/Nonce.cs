using System.Diagnostics.CodeAnalysis;

namespace LoginVerification.Engine;

/// <summary>
/// 128 random bits that make each code independent of every other. Worthless without the host's key, and hidden all the same.
/// Immutable and thread-safe.
/// </summary>
[JsonConverter(typeof(NonceJsonConverter))]
public sealed record Nonce
{
    /// <summary>How many bytes a nonce has.</summary>
    public const int Length = 16;

    private Nonce(string hex) => Hex = hex;

    /// <summary>The bytes as hexadecimal digits.</summary>
    public string Hex { get; }

    /// <summary>Takes 16 bytes from a cryptographic random source.</summary>
    /// <param name="hex">32 hexadecimal digits.</param>
    /// <exception cref="FormatException">The text is not 32 hexadecimal digits.</exception>
    public static Nonce Parse(string hex)
    {
        ArgumentNullException.ThrowIfNull(hex);
        return TryParse(hex, out var nonce) ? nonce : throw new FormatException($"A nonce is {2 * Length} hexadecimal digits.");
    }

    /// <summary>Takes 16 bytes if the text is that.</summary>
    /// <param name="hex">Any text, or null.</param>
    /// <param name="nonce">The nonce, or null.</param>
    public static bool TryParse([NotNullWhen(true)] string? hex, [NotNullWhen(true)] out Nonce? nonce)
    {
        nonce = hex is { Length: 2 * Length } && hex.All(char.IsAsciiHexDigit) ? new Nonce(hex) : null;
        return nonce is not null;
    }

    /// <summary>A fixed text.</summary>
    public override string ToString() => "(nonce)";
}
