namespace LoginVerification.Exploration;

/// <summary>A way to another screen: a link, or opening another surface.</summary>
/// <param name="To">The index of the screen.</param>
/// <param name="Link">The link, or null for opening another surface at its home.</param>
/// <param name="When">The conditions under which it is there: see <see cref="Condition"/>.</param>
internal readonly record struct Trail(int To, ScreenLink? Link, uint When)
{
    /// <summary>Whether a user sees the way.</summary>
    public bool IsVisible => Link is null or { Kind: LinkKind.Visible };
}
