namespace LoginVerification.Policies;

/// <summary>Writes a screen; made by <see cref="SurfaceBuilder.Screen"/>. Not thread-safe.</summary>
public sealed class ScreenBuilder
{
    private ScreenDocument screen;

    internal ScreenBuilder(string name) => screen = new ScreenDocument { Name = name };

    /// <summary>Offers an action.</summary>
    /// <param name="action">Which action.</param>
    /// <param name="then">The screen where the user lands once it is accepted; null for this one.</param>
    /// <param name="when">When it is offered; null for always.</param>
    public ScreenBuilder Offers(EnrolmentAction action, string? then = null, ScreenCondition? when = null)
    {
        screen = screen with { Actions = [.. screen.Actions, new ScreenAction { Action = action, Then = then, When = when }] };
        return this;
    }

    /// <summary>Links to another screen.</summary>
    /// <param name="to">A screen of the same surface, or <c>surface/screen</c>.</param>
    /// <param name="label">What the user reads on it.</param>
    /// <param name="kind">Whether a user sees it.</param>
    /// <param name="when">When it is there; null for always.</param>
    public ScreenBuilder Links(string to, string? label = null, LinkKind kind = LinkKind.Visible, ScreenCondition? when = null)
    {
        screen = screen with { Links = [.. screen.Links, new ScreenLink { To = to, Label = label, Kind = kind, When = when }] };
        return this;
    }

    /// <summary>Models a page that does not show the ways out of a refusal.</summary>
    public ScreenBuilder HidesWaysOut()
    {
        screen = screen with { ShowsWaysOut = false };
        return this;
    }

    internal ScreenDocument Build() => screen;
}
