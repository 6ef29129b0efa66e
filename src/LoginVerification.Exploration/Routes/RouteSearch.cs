namespace LoginVerification.Exploration;

/// <summary>Finds the best way to VerificationEnabled from one surface's home, for the numbers of one class: Dijkstra's search over <see cref="RouteCost"/>.</summary>
internal sealed class RouteSearch(PolicyModel model, UserMoves user)
{
    /// <summary>The steps in order; where the goal is out of reach, none, and what a user looks for at the farthest place instead.</summary>
    public (IReadOnlyList<Step>? Steps, Step? DeadEnd) Find(ClassId number, Screen home, RouteLinks links, bool device)
    {
        var start = user.Start(number, home, device);
        var origins = new Dictionary<StateId, (StateId From, Move Move)>();
        var open = new PriorityQueue<(StateId State, StateId From, Move Move), RouteCost>();
        var found = 0;
        ModelState? farthest = null;
        open.Enqueue((start, start, default), default);
        while (open.TryDequeue(out var reached, out var cost))
        {
            if (!origins.TryAdd(reached.State, (reached.From, reached.Move)))
                continue;
            var state = model.Codec.Unpack(reached.State);
            if (model.IsEnabled(state))
                return (Tell(reached.State, origins), null);
            if (farthest is not { } known || model.LifecycleOf(state) > model.LifecycleOf(known))
                farthest = state;
            var isAway = model.ScreenOf(state).Surface != home.Surface;
            foreach (var (move, to) in user.From(reached.State, links))
            {
                if (!origins.ContainsKey(to))
                    open.Enqueue((to, reached.State, move), cost.Then(model.ExitOf(state, move)?.Link?.Kind, isAway, ++found));
            }
        }

        var stuck = farthest!.Value;
        return (null, Steps.Missing(model, stuck, $"{NextAction.In(model.LifecycleOf(stuck))}", "nothing that can be reached accepts it"));
    }

    private List<Step> Tell(StateId goal, Dictionary<StateId, (StateId From, Move Move)> origins)
    {
        var steps = new List<Step>();
        for (var at = goal; origins[at].From != at; at = origins[at].From)
            steps.Add(Steps.InRoute(model, model.Codec.Unpack(origins[at].From), origins[at].Move));
        steps.Reverse();
        return steps;
    }
}
