using System.Diagnostics.CodeAnalysis;

namespace LoginVerification;

/// <summary>
/// Where the user acts: <c>web</c>, <c>mobileWeb</c>, <c>android</c>, <c>ios</c>, or any name that the policy declares.
/// Compared ordinally. Immutable and thread-safe.
/// </summary>
[JsonConverter(typeof(SurfaceJsonConverter))]
public sealed record Surface
{
    private Surface(string name) => Name = name;

    /// <summary>The name as the policy declares it.</summary>
    public string Name { get; }

    /// <summary>Names a surface.</summary>
    /// <param name="name">The name as the policy declares it; not blank.</param>
    /// <exception cref="FormatException">The name is blank, or holds half a surrogate pair.</exception>
    public static Surface Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return TryParse(name, out var surface)
            ? surface
            : throw new FormatException("A surface has a name of well-formed Unicode without U+0000. Write the one that the policy declares, for example \"web\".");
    }

    /// <summary>Names a surface if the text can be a name.</summary>
    /// <param name="name">Any text, or null.</param>
    /// <param name="surface">The surface, or null.</param>
    public static bool TryParse([NotNullWhen(true)] string? name, [NotNullWhen(true)] out Surface? surface)
    {
        surface = string.IsNullOrWhiteSpace(name) || !WellFormed.Is(name) ? null : new Surface(name);
        return surface is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
