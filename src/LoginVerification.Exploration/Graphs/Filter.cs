namespace LoginVerification.Exploration;

/// <summary>Which moves a walk through the graph may use.</summary>
/// <param name="Inputs">One bit for each move of the decision table.</param>
/// <param name="HiddenLinks">Links that a user does not see at once, too.</param>
/// <param name="Adversity">A lost SMS and a lost device, too.</param>
/// <param name="OtherSurfaces">Links and openings that lead to another surface, too.</param>
internal readonly record struct Filter(ulong Inputs, bool HiddenLinks, bool Adversity, bool OtherSurfaces = true)
{
    /// <summary>All moves there are.</summary>
    public static Filter Everything { get; } = new(ulong.MaxValue, HiddenLinks: true, Adversity: true);
}
