namespace LoginVerification.Exploration;

/// <summary>A screen, with what leads on from it.</summary>
internal sealed record Page(Surface Surface, int SurfaceIndex, ScreenDocument Screen)
{
    /// <summary>The index of the screen after an action is accepted, by action; the screen itself where the action is not offered.</summary>
    public required int[] Landings { get; init; }

    /// <summary>The conditions under which each action is offered, by action; none where it is not.</summary>
    public required uint[] Offers { get; init; }

    public required Trail[] Trails { get; init; }

    public override string ToString() => $"{Surface}/{Screen.Name}";
}
