namespace LoginVerification.Policies;

/// <summary>What a link's <c>to</c> says: a screen of the same surface, or <c>surface/screen</c>. Neither need exist.</summary>
internal readonly record struct ScreenTarget(string Surface, string Screen)
{
    /// <summary>Takes a target apart.</summary>
    /// <param name="to">The target as it is written.</param>
    /// <param name="from">The surface that it is written on.</param>
    public static ScreenTarget Parse(string to, string from) =>
        to.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? new(to[..slash], to[(slash + 1)..]) : new(from, to);
}
