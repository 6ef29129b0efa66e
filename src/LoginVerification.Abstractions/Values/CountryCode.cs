namespace LoginVerification;

/// <summary>A country or territory by its ISO 3166-1 alpha-2 code, for example <c>IL</c>. Immutable and thread-safe.</summary>
public sealed record CountryCode
{
    /// <summary>Reads a code; lower case is accepted and raised.</summary>
    /// <param name="value">Two ASCII letters.</param>
    /// <exception cref="ArgumentException">The text is not two ASCII letters.</exception>
    public CountryCode(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!IsWellFormed(value))
            throw new ArgumentException("A country is written as its two ISO 3166-1 letters, for example \"IL\".", nameof(value));
        Value = value.ToUpperInvariant();
    }

    /// <summary>The two letters, in upper case.</summary>
    public string Value { get; }

    /// <summary>Whether the text has the form of a code (two ASCII letters). It need not be assigned.</summary>
    /// <param name="value">Any text, or null.</param>
    public static bool IsWellFormed(string? value) =>
        value is [var first, var second] && char.IsAsciiLetter(first) && char.IsAsciiLetter(second);

    /// <summary>Lets a host write the code as text wherever a country is asked for.</summary>
    /// <param name="value">Two ASCII letters.</param>
    public static implicit operator CountryCode(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
