namespace LoginVerification.Exploration;

/// <summary>Makes one document of another.</summary>
internal static class DocumentEditing
{
    public static PolicyDocument With(this PolicyDocument policy, SurfaceDocument surface, SurfaceDocument changed) =>
        policy with { Surfaces = [.. policy.Surfaces.Select(other => other == surface ? changed : other)] };

    public static PolicyDocument With(this PolicyDocument policy, SurfaceDocument surface, ScreenDocument screen, ScreenDocument changed) =>
        policy.With(surface, surface with { Screens = [.. surface.Screens.Select(page => page == screen ? changed : page)] });

    /// <summary>Every screen changed alike.</summary>
    public static PolicyDocument WithScreens(this PolicyDocument policy, Func<ScreenDocument, ScreenDocument> change) =>
        policy with { Surfaces = [.. policy.Surfaces.Select(surface => surface with { Screens = [.. surface.Screens.Select(change)] })] };

    /// <summary>The items with another one in a place; without any there, if none is given.</summary>
    public static IReadOnlyList<T> Replaced<T>(this IReadOnlyList<T> items, int index, T? replacement)
        where T : class =>
        [.. items.Take(index), .. replacement is null ? [] : new[] { replacement }, .. items.Skip(index + 1)];
}
