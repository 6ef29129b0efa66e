namespace LoginVerification.Exploration;

/// <summary>The screens of a policy by index, with their conditions worked out. Immutable and thread-safe.</summary>
internal sealed class Site
{
    private Site(Page[] pages, int[] homes)
    {
        Pages = pages;
        Homes = homes;
    }

    public Page[] Pages { get; }

    /// <summary>The home screen of each surface.</summary>
    public int[] Homes { get; }

    public static Site Of(PolicyDocument document)
    {
        var indices = document.Surfaces.SelectMany(surface => surface.Screens.Select(screen => $"{surface.Name}/{screen.Name}"))
            .Index().ToDictionary(page => page.Item, page => page.Index, StringComparer.Ordinal);
        int[] homes = [.. document.Surfaces.Select(surface => indices[$"{surface.Name}/{surface.Home}"])];
        return new Site([.. document.Surfaces.Index().SelectMany(surface => surface.Item.Screens.Select(screen => PageOf(surface.Index, surface.Item, screen)))], homes);

        Page PageOf(int surfaceIndex, SurfaceDocument surface, ScreenDocument screen)
        {
            var actions = Enum.GetValues<EnrolmentAction>().Select(action => screen.Actions.FirstOrDefault(offer => offer.Action == action)).ToArray();
            return new Page(Surface.Parse(surface.Name), surfaceIndex, screen)
            {
                Landings = [.. actions.Select(offer => indices[$"{surface.Name}/{offer?.Then ?? screen.Name}"])],
                Offers = [.. actions.Select(offer => offer is null ? 0 : Condition.CasesOf(offer.When))],
                Trails =
                [
                    .. screen.Links.Select(link => new Trail(indices[link.To.Contains('/') ? link.To : $"{surface.Name}/{link.To}"], link, Condition.CasesOf(link.When))),
                    .. homes.Where((_, other) => other != surfaceIndex).Select(home => new Trail(home, null, Condition.Always)),
                ],
            };
        }
    }
}
