namespace LoginVerification.Policies;

/// <summary>A way from a screen to another one. Immutable and thread-safe.</summary>
public sealed record ScreenLink
{
    /// <summary>Where it leads: a screen of the same surface, or <c>surface/screen</c>.</summary>
    public required string To { get; init; }

    /// <summary>What the user reads on it, for stories about the policy: 1 to <see cref="PolicyLimits.MaxLabelLength"/> characters.</summary>
    public string? Label { get; init; }

    /// <summary>Whether a user sees it; it is visible by default.</summary>
    public LinkKind Kind { get; init; } = LinkKind.Visible;

    /// <summary>When it is there; always, if nothing is stated.</summary>
    public ScreenCondition? When { get; init; }
}

/// <summary>Whether a user sees a link.</summary>
public enum LinkKind
{
    /// <summary>In plain sight on the screen.</summary>
    Visible,

    /// <summary>On the screen, and easily missed.</summary>
    Hidden,

    /// <summary>Not on the screen: inside an SMS or an e-mail.</summary>
    External,
}
