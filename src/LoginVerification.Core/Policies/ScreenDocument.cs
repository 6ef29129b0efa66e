namespace LoginVerification.Policies;

/// <summary>A page: the actions that it offers and its links. Immutable and thread-safe.</summary>
public sealed record ScreenDocument
{
    /// <summary>Its name, unique on its surface.</summary>
    public required string Name { get; init; }

    /// <summary>What the user can do here, each action once.</summary>
    public IReadOnlyList<ScreenAction> Actions { get; init; } = [];

    /// <summary>Where the user can go from here: at most <see cref="PolicyLimits.MaxLinks"/> links.</summary>
    public IReadOnlyList<ScreenLink> Links { get; init; } = [];

    /// <summary>Whether the modelled page shows the ways out of a refusal, as it does by default; results carry them always.</summary>
    public bool ShowsWaysOut { get; init; } = true;
}
