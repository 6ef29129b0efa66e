using System.Diagnostics.CodeAnalysis;

namespace LoginVerification.Engine;

/// <summary>
/// 128 random bits that name one enrolment of an account, from its first event to its erasure. What leaves the process is named by a keyed
/// hash over it, so that no name gives the account away, and none comes twice when the account enrols anew. Immutable and thread-safe.
/// </summary>
[JsonConverter(typeof(EnrolmentIdJsonConverter))]
public sealed record EnrolmentId
{
    /// <summary>How many bytes an id has.</summary>
    public const int Length = 16;

    private EnrolmentId(string hex) => Hex = hex;

    /// <summary>The bytes as lower-case hexadecimal digits.</summary>
    public string Hex { get; }

    /// <summary>Takes 16 bytes from a cryptographic random source.</summary>
    /// <param name="hex">32 lower-case hexadecimal digits.</param>
    /// <exception cref="FormatException">The text is anything else.</exception>
    public static EnrolmentId Parse(string hex)
    {
        ArgumentNullException.ThrowIfNull(hex);
        return TryParse(hex, out var id) ? id : throw new FormatException($"The id of an enrolment is {2 * Length} lower-case hexadecimal digits.");
    }

    /// <summary>Takes 16 bytes if the text is that.</summary>
    /// <param name="hex">Any text, or null.</param>
    /// <param name="id">The id, or null.</param>
    public static bool TryParse([NotNullWhen(true)] string? hex, [NotNullWhen(true)] out EnrolmentId? id)
    {
        id = hex is { Length: 2 * Length } && hex.All(char.IsAsciiHexDigitLower) ? new EnrolmentId(hex) : null;
        return id is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Hex;
}
