namespace LoginVerification.Policies;

/// <summary>An action that a screen offers. Immutable and thread-safe.</summary>
public sealed record ScreenAction
{
    /// <summary>Which action.</summary>
    public required EnrolmentAction Action { get; init; }

    /// <summary>When it is offered; always, if nothing is stated.</summary>
    public ScreenCondition? When { get; init; }

    /// <summary>The screen of the same surface where the user lands once it is accepted; the same screen, if nothing is stated.</summary>
    public string? Then { get; init; }
}
