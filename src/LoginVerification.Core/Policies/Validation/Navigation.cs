namespace LoginVerification.Policies;

/// <summary>
/// Checks that every home, link and <c>then</c> leads to a screen, and that every screen is led to. It goes by names, for a policy that
/// fails here has no screen map.
/// </summary>
internal sealed class Navigation(PolicyDocument policy)
{
    private const FailureBasis Names = FailureBasis.Names;
    private readonly List<PolicyFailure> failures = [];
    private readonly HashSet<ScreenTarget> reached = [];
    private readonly Queue<ScreenTarget> frontier = [];
    private readonly ILookup<string, string> screens = policy.Surfaces
        .SelectMany(surface => surface.Screens.Select(screen => (surface.Name, Screen: screen.Name)))
        .ToLookup(entry => entry.Name, entry => entry.Screen);

    public IEnumerable<PolicyFailure> Failures()
    {
        foreach (var (index, surface) in policy.Surfaces.Index())
            Reach(surface.Name, Resolve(surface.Name, surface.Home, $"$.surfaces[{index}].home"));
        FollowTargets();
        return failures.Concat(Unreached());
    }

    /// <summary>Checks the targets of all screens, reached or not, and follows those of the reached.</summary>
    private void FollowTargets()
    {
        var exits = policy.Surfaces.Index()
            .SelectMany(surface => surface.Item.Screens.Index().Select(screen => (
                From: new ScreenTarget(surface.Item.Name, screen.Item.Name),
                To: Targets(surface.Item.Name, screen.Item, $"$.surfaces[{surface.Index}].screens[{screen.Index}]").ToList())))
            .ToLookup(entry => entry.From, entry => entry.To);
        while (frontier.TryDequeue(out var screen))
        {
            foreach (var (surface, target) in exits[screen].SelectMany(targets => targets))
                Reach(surface, target);
        }
    }

    private IEnumerable<(string Surface, string? Screen)> Targets(string surface, ScreenDocument screen, string path)
    {
        foreach (var (index, offer) in screen.Actions.Index())
        {
            if (offer.Then is { } then)
                yield return (surface, Resolve(surface, then, $"{path}.actions[{index}].then"));
        }

        foreach (var (index, link) in screen.Links.Index())
            yield return Resolve(surface, link, $"{path}.links[{index}].to");
    }

    private (string Surface, string? Screen) Resolve(string from, ScreenLink link, string path)
    {
        var (surface, screen) = ScreenTarget.Parse(link.To, from);
        if (screens.Contains(surface))
            return (surface, Resolve(surface, screen, path));
        failures.Add(new(path, $"There is no surface {Words.Quote(surface)}.{Words.DidYouMean(surface, SurfaceNames)} Write one of: {string.Join(", ", SurfaceNames)}, then \"/\" and a screen of it.", Names));
        return (Words.Nearest(surface, SurfaceNames) ?? "", screen);
    }

    /// <summary>The screen that is meant; if it does not exist, the nearest name, so that one slip of the pen is one error.</summary>
    private string? Resolve(string surface, string screen, string path)
    {
        if (screens[surface].Contains(screen))
            return screen;
        var known = screens[surface].Distinct().ToList();
        // That a surface has no screens is told of the surface.
        if (known.Count == 0)
            return null;
        failures.Add(new(path, $"The surface {Words.Quote(surface)} has no screen {Words.Quote(screen)}.{Words.DidYouMean(screen, known)} Write one of: {string.Join(", ", known)}.", Names));
        return Words.Nearest(screen, known);
    }

    private void Reach(string surface, string? screen)
    {
        if (screen is not null && screens[surface].Contains(screen) && reached.Add(new ScreenTarget(surface, screen)))
            frontier.Enqueue(new ScreenTarget(surface, screen));
    }

    private IEnumerable<PolicyFailure> Unreached() =>
        from surface in policy.Surfaces.Index()
        from screen in surface.Item.Screens.Index()
        where !reached.Contains(new ScreenTarget(surface.Item.Name, screen.Item.Name))
        select new PolicyFailure(
            $"$.surfaces[{surface.Index}].screens[{screen.Index}]",
            $"Nobody can reach the screen {Words.Quote(screen.Item.Name)}: no home, link or \"then\" that can be reached leads to it. Link to it, or take it out.",
            FailureBasis.Names | FailureBasis.Targets);

    private IEnumerable<string> SurfaceNames => policy.Surfaces.Select(surface => surface.Name);
}
