namespace LoginVerification.Exploration;

/// <summary>Which moves a walk through the graph may use.</summary>
/// <param name="Inputs">Which inputs.</param>
/// <param name="HiddenLinks">Links that a user does not see at once, too.</param>
/// <param name="Adversity">A lost SMS and a lost device, too.</param>
/// <param name="OtherSurfaces">Links and openings that lead to another surface, too.</param>
internal readonly record struct Filter(MoveSet Inputs, bool HiddenLinks, bool Adversity, bool OtherSurfaces = true)
{
    /// <summary>All moves there are.</summary>
    public static Filter Everything { get; } = new(MoveSet.All, HiddenLinks: true, Adversity: true);
}
