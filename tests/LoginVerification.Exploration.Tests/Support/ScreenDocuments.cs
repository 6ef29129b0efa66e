namespace LoginVerification.Exploration.Tests.Support;

/// <summary>Screens as the policy's author wrote them, and not as the explorer resolved them.</summary>
internal static class ScreenDocuments
{
    public static ScreenDocument Of(PolicyModel model, ModelState state)
    {
        var screen = model.ScreenOf(state);
        return model.Policy.Document.Surfaces.First(surface => surface.Name == screen.Surface.Name).Screens.First(known => known.Name == screen.Name);
    }
}
