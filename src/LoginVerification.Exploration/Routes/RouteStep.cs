namespace LoginVerification.Exploration;

/// <summary>One thing that a user does on a route. Immutable; compares by value.</summary>
/// <param name="Surface">Where it is done.</param>
/// <param name="Screen">The screen where it is done.</param>
/// <param name="Action">The name of a command, <c>follow "label"</c> or <c>open surface</c>.</param>
public sealed record RouteStep(Surface Surface, string Screen, string Action)
{
    /// <summary>For a followed link, whether it can be seen; null otherwise.</summary>
    public LinkKind? Link { get; init; }
}
