namespace LoginVerification.Cli;

/// <summary>Where the person stands.</summary>
internal readonly record struct Place(SurfaceDocument Surface, ScreenDocument Screen)
{
    public override string ToString() => $"{Surface.Name}/{Screen.Name}";
}
