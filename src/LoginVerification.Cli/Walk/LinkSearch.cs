namespace LoginVerification.Cli;

/// <summary>A link that leads from screen to screen.</summary>
internal sealed record Hop(Screen From, ScreenLink Link, Screen To);

/// <summary>Finds the way about the screens as a person does: by the links that are there, never by the rules.</summary>
internal sealed class LinkSearch(ScreenMap screens)
{
    /// <summary>
    /// The shortest way by links to a screen that offers the action, on this surface if there is one; empty if there is none.
    /// Among ways of one length, the one with the fewest external links goes first, then the one with the fewest hidden links.
    /// </summary>
    public IReadOnlyList<Hop> WayTo(Screen here, EnrolmentAction action, ConditionCase now)
    {
        var reached = Follow(here, now).Where(way => way[^1].To.WhenOffered(action).Contains(now)).ToList();
        return reached.Find(way => way[^1].To.Surface == here.Surface) ?? reached.FirstOrDefault() ?? [];
    }

    /// <summary>The best way to each other screen, the nearest first.</summary>
    private IEnumerable<IReadOnlyList<Hop>> Follow(Screen here, ConditionCase now)
    {
        var ways = new PriorityQueue<IReadOnlyList<Hop>, (int Length, int External, int Hidden, int Found)>();
        var seen = new HashSet<ScreenId>();
        var found = 0;
        ways.Enqueue([], default);
        while (ways.TryDequeue(out var way, out var cost))
        {
            var screen = way is [.., var last] ? last.To : here;
            if (!seen.Add(screen.Id))
                continue;
            if (way.Count > 0)
                yield return way;
            foreach (var exit in screen.Exits)
            {
                if (exit.Link is { } link && exit.When.Contains(now))
                {
                    ways.Enqueue(
                        [.. way, new Hop(screen, link, screens[exit.To])],
                        (cost.Length + 1, cost.External + (link.Kind is LinkKind.External ? 1 : 0), cost.Hidden + (link.Kind is LinkKind.Hidden ? 1 : 0), found++));
                }
            }
        }
    }
}
