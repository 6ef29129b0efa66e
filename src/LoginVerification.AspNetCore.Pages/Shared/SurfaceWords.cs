namespace LoginVerification.Pages;

/// <summary>The name of a surface; where nobody has words for one of a policy, the policy's own.</summary>
internal static class SurfaceWords
{
    public static string Of(PageScope scope, Surface surface) => scope.Texts.Find($"Surface.{surface}") ?? surface.Name;
}
