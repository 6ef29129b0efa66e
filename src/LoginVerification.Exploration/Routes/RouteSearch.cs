namespace LoginVerification.Exploration;

/// <summary>Finds the best way to VerificationEnabled from one surface's home, for the numbers of one class.</summary>
internal sealed class RouteSearch(PolicyModel product, UserMoves user)
{
    /// <summary>The steps in order; null where the goal is out of reach.</summary>
    public IReadOnlyList<RouteStep>? Find(int number, int home, RouteLinks links)
    {
        var surface = product.Site.Pages[home].SurfaceIndex;
        var origins = new Dictionary<int, (int From, int Move)>();
        var open = new PriorityQueue<(int State, int From, int Move), RouteCost>();
        var found = 0;
        open.Enqueue((user.Start(number, home), -1, -1), default);
        while (open.TryDequeue(out var reached, out var cost))
        {
            if (!origins.TryAdd(reached.State, (reached.From, reached.Move)))
                continue;
            var place = product.PlaceOf(reached.State);
            if (user.IsEnabled(place))
                return Tell(reached.State, origins);
            var isAway = product.Site.Pages[place.Page].SurfaceIndex != surface;
            foreach (var (move, to) in user.From(reached.State, links))
            {
                if (!origins.ContainsKey(to))
                    open.Enqueue((to, reached.State, move), cost.Then(user.TrailOf(place, move)?.Link?.Kind, isAway, ++found));
            }
        }

        return null;
    }

    private List<RouteStep> Tell(int goal, Dictionary<int, (int From, int Move)> origins)
    {
        var steps = new List<RouteStep>();
        for (var (from, move) = origins[goal]; from >= 0; (from, move) = origins[from])
            steps.Add(Step(product.PlaceOf(from), move));
        steps.Reverse();
        return steps;
    }

    private RouteStep Step(ModelState place, int move)
    {
        var page = product.Site.Pages[place.Page];
        return user.TrailOf(place, move) switch
        {
            null => new RouteStep(page.Surface, page.Screen.Name, user.ActionOf(move)!.Value.ToString()),
            { Link: { } link } => new RouteStep(page.Surface, page.Screen.Name, $"follow \"{link.Label ?? link.To}\"") { Link = link.Kind },
            { To: var home } => new RouteStep(page.Surface, page.Screen.Name, $"open {product.Site.Pages[home].Surface}"),
        };
    }
}
