namespace LoginVerification;

/// <summary>The host's user: an opaque id of 1 to 128 characters, compared ordinally. Immutable and thread-safe.</summary>
public sealed record AccountId
{
    /// <summary>The longest id that is accepted, in UTF-16 code units.</summary>
    public const int MaxLength = 128;

    /// <summary>Wraps the host's own id.</summary>
    /// <param name="value">1 to <see cref="MaxLength"/> characters; not interpreted.</param>
    /// <exception cref="ArgumentException">The id is empty or too long.</exception>
    public AccountId(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length is 0 or > MaxLength)
            throw new ArgumentException($"An account id has 1 to {MaxLength} characters, this one has {value.Length}. Pass the stable id of your user, not a display name.", nameof(value));
        Value = value;
    }

    /// <summary>The id as the host gave it.</summary>
    public string Value { get; }

    /// <summary>Lets a host write its id as text wherever an account is asked for.</summary>
    /// <param name="value">1 to <see cref="MaxLength"/> characters.</param>
    public static implicit operator AccountId(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
