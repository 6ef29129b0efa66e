using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace LoginVerification;

/// <summary>
/// The public key of a device: a point of the curve P-256 (FIPS 186-5; SEC 2, section 2.4.2), uncompressed (SEC 1, section 2.3.3). The private key never leaves the
/// device. Immutable and thread-safe.
/// </summary>
[JsonConverter(typeof(DeviceKeyJsonConverter))]
public sealed record DeviceKey
{
    /// <summary>How many bytes a key has: 4, and two coordinates.</summary>
    public const int Length = 1 + (2 * CoordinateLength);

    private const int CoordinateLength = 32;
    private const byte Uncompressed = 4;

    private DeviceKey(string text) => Text = text;

    /// <summary>The 65 bytes as base64url without padding (RFC 4648, section 5).</summary>
    public string Text { get; }

    /// <summary>Takes a key.</summary>
    /// <param name="text">65 bytes as base64url without padding.</param>
    /// <exception cref="FormatException">The text is anything else, or the point is none of the curve.</exception>
    public static DeviceKey Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var key) ? key : throw new FormatException($"The key of a device is an uncompressed point of P-256: {Length} bytes as base64url without padding.");
    }

    /// <summary>Takes a key if the text is one.</summary>
    /// <param name="text">Any text, or null.</param>
    /// <param name="key">The key, or null.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out DeviceKey? key)
    {
        key = null;
        Span<byte> point = stackalloc byte[Length];
        // The length of the text first: with padding or blanks in it a text can be valid, and the decoder throws at it all the same.
        if (text is null || text.Length != Base64Url.GetEncodedLength(Length) || !Base64Url.IsValid(text, out var length) || length != Length || Base64Url.DecodeFromChars(text, point) != Length || point[0] != Uncompressed)
            return false;
        // Another text of the same bytes would be another key to who compares texts.
        if (Base64Url.EncodeToString(point) != text || !IsOnCurve(point))
            return false;
        key = new DeviceKey(text);
        return true;
    }

    /// <summary>The key for who verifies signatures.</summary>
    internal ECParameters ToParameters() => ParametersOf(Base64Url.DecodeFromChars(Text));

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static bool IsOnCurve(ReadOnlySpan<byte> point)
    {
        try
        {
            using var key = ECDsa.Create(ParametersOf(point));
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static ECParameters ParametersOf(ReadOnlySpan<byte> point) => new()
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new ECPoint { X = point[1..(1 + CoordinateLength)].ToArray(), Y = point[(1 + CoordinateLength)..].ToArray() },
    };
}
