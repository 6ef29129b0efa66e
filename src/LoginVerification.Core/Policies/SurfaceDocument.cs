namespace LoginVerification.Policies;

/// <summary>A surface and its screens. Immutable and thread-safe.</summary>
public sealed record SurfaceDocument
{
    /// <summary>Its name, unique in the policy.</summary>
    public required string Name { get; init; }

    /// <summary>The screen where a user lands who opens the surface.</summary>
    public required string Home { get; init; }

    /// <summary>Its screens: 1 to <see cref="PolicyLimits.MaxScreens"/>, each of which can be reached.</summary>
    public required IReadOnlyList<ScreenDocument> Screens { get; init; }
}
