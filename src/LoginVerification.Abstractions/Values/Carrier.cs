using System.Diagnostics.CodeAnalysis;

namespace LoginVerification;

/// <summary>
/// A mobile carrier by name, as the user states it or a look-up answers; compared without regard to case.
/// A carrier cannot be derived from a number where numbers are portable. Immutable and thread-safe.
/// </summary>
[JsonConverter(typeof(CarrierJsonConverter))]
public sealed record Carrier
{
    /// <summary>The longest name that is accepted, in UTF-16 code units.</summary>
    public const int MaxLength = 64;

    private Carrier(string name) => Name = name;

    /// <summary>The name as it was given.</summary>
    public string Name { get; }

    /// <summary>Names a carrier.</summary>
    /// <param name="name">1 to <see cref="MaxLength"/> characters; blanks at the ends are dropped.</param>
    /// <exception cref="FormatException">The name is blank, too long, or holds half a surrogate pair.</exception>
    public static Carrier Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return TryParse(name, out var carrier)
            ? carrier
            : throw new FormatException($"A carrier's name has 1 to {MaxLength} characters of well-formed Unicode, none of them U+0000, this one has {name.Trim().Length}. Pass null where the carrier is not known.");
    }

    /// <summary>Names a carrier if the text can be a name.</summary>
    /// <param name="name">Any text, or null.</param>
    /// <param name="carrier">The carrier, or null.</param>
    public static bool TryParse([NotNullWhen(true)] string? name, [NotNullWhen(true)] out Carrier? carrier)
    {
        carrier = name?.Trim() is { Length: > 0 and <= MaxLength } trimmed && WellFormed.Is(trimmed) ? new Carrier(trimmed) : null;
        return carrier is not null;
    }

    /// <inheritdoc/>
    public bool Equals(Carrier? other) => other is not null && StringComparer.OrdinalIgnoreCase.Equals(Name, other.Name);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
