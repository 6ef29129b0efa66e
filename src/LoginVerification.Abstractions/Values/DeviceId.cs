using System.Diagnostics.CodeAnalysis;

namespace LoginVerification;

/// <summary>128 random bits that name a device of one account: drawn when it is bound, and never used again. Immutable and thread-safe.</summary>
[JsonConverter(typeof(DeviceIdJsonConverter))]
public sealed record DeviceId
{
    /// <summary>How many bytes an id has.</summary>
    public const int Length = 16;

    private DeviceId(string hex) => Hex = hex;

    /// <summary>The bytes as lower-case hexadecimal digits.</summary>
    public string Hex { get; }

    /// <summary>Takes an id.</summary>
    /// <param name="hex">32 lower-case hexadecimal digits.</param>
    /// <exception cref="FormatException">The text is anything else.</exception>
    public static DeviceId Parse(string hex)
    {
        ArgumentNullException.ThrowIfNull(hex);
        return TryParse(hex, out var id) ? id : throw new FormatException($"The id of a device is {2 * Length} lower-case hexadecimal digits.");
    }

    /// <summary>Takes an id if the text is one.</summary>
    /// <param name="hex">Any text, or null.</param>
    /// <param name="id">The id, or null.</param>
    public static bool TryParse([NotNullWhen(true)] string? hex, [NotNullWhen(true)] out DeviceId? id)
    {
        id = hex is { Length: 2 * Length } && hex.All(char.IsAsciiHexDigitLower) ? new DeviceId(hex) : null;
        return id is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Hex;
}
