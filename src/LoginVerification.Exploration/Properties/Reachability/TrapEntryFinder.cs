namespace LoginVerification.Exploration;

/// <summary>
/// Finds the entries of a trap: the steps from states with a way to the goal into states without. Where a way is only out of sight, it is the
/// last thing that was done before the screen where it begins.
/// </summary>
internal static class TrapEntryFinder
{
    /// <summary>The entries into states from which nothing leads on at all.</summary>
    public static IReadOnlyList<TrapEntry> Of(GraphEvidence evidence, StateSet reaching, Func<ModelState, bool> concerns)
    {
        var (graph, model) = (evidence.Graph, evidence.Model);
        var entries = new TrapEntryCount();
        foreach (var position in graph.Positions)
        {
            if (!reaching.Contains(graph[position]))
                continue;
            foreach (var (move, to) in model.Successors(graph[position], Filter.Everything))
            {
                if (!reaching.Contains(to) && concerns(model.Codec.Unpack(to)))
                    entries.Add(evidence, position, move, to, "nothing leads on");
            }
        }

        return entries.Ranked(evidence);
    }

    /// <summary>The entries into states from which only a way leads on that no screen shows.</summary>
    public static IReadOnlyList<TrapEntry> InSight(GraphEvidence evidence, StateSet reaching)
    {
        var entries = new TrapEntryCount();
        foreach (var position in evidence.Graph.Positions)
        {
            if (reaching.Contains(evidence.Graph[position]))
                continue;
            if (HiddenWay(evidence.Model, evidence.StateAt(position)) is { } way && DecidingStep(evidence, position) is { } step)
                entries.Add(evidence, step.Position, step.Move, evidence.Graph[position], way);
        }

        return entries.Ranked(evidence);
    }

    /// <summary>What leads on from a state and is out of sight; null where nothing does.</summary>
    private static string? HiddenWay(PolicyModel model, ModelState state)
    {
        var at = model.CaseOf(state);
        foreach (var exit in model.ScreenOf(state).Exits)
        {
            if (exit.IsVisible || !exit.When.Contains(at))
                continue;
            var target = model.Screens[exit.To];
            var offered = target.Offers.Select(offer => offer.Action).Where(action => model.Takes(state.Class, state.Device, target, action, at)).ToList();
            var what = offered.Contains(EnrolmentAction.ConfirmCode) ? "no visible screen takes it" : $"no visible screen offers {string.Join(" or ", offered)}";
            if (offered.Count > 0)
                return $"{what}: only \"{exit.Link!.Label ?? exit.Link.To}\" leads on, {Labels.WithArticle(exit.Link.Kind)}";
        }

        return null;
    }

    /// <summary>The last step on the way to a state by which the lifecycle went on.</summary>
    private static (Position Position, Move Move)? DecidingStep(GraphEvidence evidence, Position position)
    {
        var path = evidence.Graph.PathTo(position);
        for (var i = path.Count - 1; i > 0; i--)
        {
            var (from, to) = (path[i - 1], path[i]);
            if (evidence.Model.LifecycleOf(evidence.StateAt(from)) != evidence.Model.LifecycleOf(evidence.StateAt(to)))
                return (from, evidence.Graph.MoveBetween(evidence.Graph[from], evidence.Graph[to]));
        }

        return null;
    }
}
