namespace LoginVerification.Policies;

/// <summary>Writes the screens of a surface; made by <see cref="PolicyBuilder.Surface"/>. Not thread-safe.</summary>
public sealed class SurfaceBuilder
{
    private readonly List<ScreenDocument> screens = [];

    internal SurfaceBuilder() { }

    /// <summary>Adds a screen.</summary>
    /// <param name="name">Its name, unique on the surface.</param>
    /// <param name="build">Adds its actions and links.</param>
    public SurfaceBuilder Screen(string name, Action<ScreenBuilder> build)
    {
        ArgumentNullException.ThrowIfNull(build);
        var screen = new ScreenBuilder(name);
        build(screen);
        screens.Add(screen.Build());
        return this;
    }

    internal SurfaceDocument Build(string name, string home) => new() { Name = name, Home = home, Screens = [.. screens] };
}
