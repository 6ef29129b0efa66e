namespace LoginVerification;

/// <summary>
/// A mobile carrier by name, as the user states it or a look-up answers; compared without regard to case.
/// A carrier cannot be derived from a number where numbers are portable. Immutable and thread-safe.
/// </summary>
public sealed record Carrier
{
    /// <summary>The longest name that is accepted, in UTF-16 code units.</summary>
    public const int MaxLength = 64;

    /// <summary>Names a carrier.</summary>
    /// <param name="name">1 to <see cref="MaxLength"/> characters; blanks at the ends are dropped.</param>
    /// <exception cref="ArgumentException">The name is blank or too long.</exception>
    public Carrier(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        name = name.Trim();
        if (name.Length > MaxLength)
            throw new ArgumentException($"A carrier's name has at most {MaxLength} characters, this one has {name.Length}.", nameof(name));
        Name = name;
    }

    /// <summary>The name as it was given.</summary>
    public string Name { get; }

    /// <summary>Lets a host write the name as text wherever a carrier is asked for.</summary>
    /// <param name="name">1 to <see cref="MaxLength"/> characters.</param>
    public static implicit operator Carrier(string name) => new(name);

    /// <inheritdoc/>
    public bool Equals(Carrier? other) => other is not null && StringComparer.OrdinalIgnoreCase.Equals(Name, other.Name);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
