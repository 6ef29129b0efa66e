namespace LoginVerification;

/// <summary>An action that a screen offers. Immutable and thread-safe.</summary>
public sealed record ScreenAction
{
    /// <summary>Which action.</summary>
    public required EnrolmentAction Action { get; init; }

    /// <summary>When it is offered; null for always.</summary>
    public ScreenCondition? When { get; init; }

    /// <summary>The screen of the same surface where the user lands once it is accepted; null for the same screen.</summary>
    public string? Then { get; init; }
}
