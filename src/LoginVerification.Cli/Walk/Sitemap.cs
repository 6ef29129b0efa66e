namespace LoginVerification.Cli;

/// <summary>The screens and links of a policy, as a person finds the way about them: by what can be seen, never by the rules.</summary>
internal sealed class Sitemap(PolicyDocument policy)
{
    public IReadOnlyList<SurfaceDocument> Surfaces => policy.Surfaces;

    public Place Home(string surface)
    {
        var opened = policy.Surfaces.First(one => one.Name == surface);
        return On(opened, opened.Home);
    }

    /// <summary>Where a link, or a screen's <c>then</c>, leads: a screen of the same surface, or <c>surface/screen</c>.</summary>
    public Place Resolve(Place from, string to) => to.Split('/') switch
    {
        [var screen] => On(from.Surface, screen),
        [var surface, var screen] => On(policy.Surfaces.First(one => one.Name == surface), screen),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static ScreenAction? Offer(Place here, EnrolmentAction action, Moment moment) =>
        here.Screen.Actions.FirstOrDefault(offer => offer.Action == action && moment.Meets(offer.When));

    /// <summary>
    /// The shortest way by links to a screen that offers the action, on this surface if there is one; empty if there is none.
    /// Among ways of one length, the one with the fewest links outside the page goes first, then the one with the fewest hidden links.
    /// </summary>
    public IReadOnlyList<Hop> WayTo(Place here, EnrolmentAction action, Moment moment)
    {
        var reached = Follow(here, moment).Where(way => Offer(way[^1].To, action, moment) is not null).ToList();
        return reached.Find(way => way[^1].To.Surface.Name == here.Surface.Name) ?? reached.FirstOrDefault() ?? [];
    }

    /// <summary>The best way to each other screen, the nearest first.</summary>
    private IEnumerable<IReadOnlyList<Hop>> Follow(Place here, Moment moment)
    {
        var ways = new PriorityQueue<IReadOnlyList<Hop>, (int Length, int External, int Hidden, int Found)>();
        var seen = new HashSet<string> { here.ToString() };
        var found = 0;
        for (IReadOnlyList<Hop> way = []; ; way = ways.Dequeue())
        {
            var place = way is [.., var last] ? last.To : here;
            if (way.Count == 0 || seen.Add(place.ToString()))
            {
                if (way.Count > 0)
                    yield return way;
                foreach (var link in place.Screen.Links.Where(link => moment.Meets(link.When)))
                {
                    IReadOnlyList<Hop> longer = [.. way, new Hop(place, link, Resolve(place, link.To))];
                    ways.Enqueue(longer, (longer.Count, longer.Count(hop => hop.Link.Kind is LinkKind.External), longer.Count(hop => hop.Link.Kind is LinkKind.Hidden), found++));
                }
            }

            if (ways.Count == 0)
                yield break;
        }
    }

    private static Place On(SurfaceDocument surface, string screen) => new(surface, surface.Screens.First(one => one.Name == screen));
}
