using System.Diagnostics.CodeAnalysis;

namespace LoginVerification;

/// <summary>A country or territory by its ISO 3166-1 alpha-2 code, for example <c>IL</c>. Immutable and thread-safe.</summary>
[JsonConverter(typeof(CountryCodeJsonConverter))]
public sealed record CountryCode
{
    private CountryCode(string value) => Value = value;

    /// <summary>The two letters, in upper case.</summary>
    public string Value { get; }

    /// <summary>Reads a code; lower case is accepted and raised.</summary>
    /// <param name="value">Two ASCII letters. They need not be assigned.</param>
    /// <exception cref="FormatException">The text is not two ASCII letters.</exception>
    public static CountryCode Parse(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return TryParse(value, out var country)
            ? country
            : throw new FormatException("A country is written as its two ISO 3166-1 letters, for example \"IL\".");
    }

    /// <summary>Reads a code if the text has the form of one.</summary>
    /// <param name="value">Any text, or null.</param>
    /// <param name="country">The country, or null.</param>
    public static bool TryParse([NotNullWhen(true)] string? value, [NotNullWhen(true)] out CountryCode? country)
    {
        country = value is [var first, var second] && char.IsAsciiLetter(first) && char.IsAsciiLetter(second)
            ? new CountryCode(value.ToUpperInvariant())
            : null;
        return country is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
