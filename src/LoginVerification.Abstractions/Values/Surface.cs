namespace LoginVerification;

/// <summary>
/// Where the user acts: <c>web</c>, <c>mobileWeb</c>, <c>android</c>, <c>ios</c>, or any name that the policy declares.
/// Compared ordinally. Immutable and thread-safe.
/// </summary>
public sealed record Surface
{
    /// <summary>Names a surface.</summary>
    /// <param name="name">The name as the policy declares it; not blank.</param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public Surface(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    /// <summary>The name as the policy declares it.</summary>
    public string Name { get; }

    /// <summary>Lets a host write the name as text wherever a surface is asked for.</summary>
    /// <param name="name">The name as the policy declares it.</param>
    public static implicit operator Surface(string name) => new(name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
