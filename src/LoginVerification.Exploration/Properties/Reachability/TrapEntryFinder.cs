namespace LoginVerification.Exploration;

/// <summary>
/// Finds what closed the door of a trap: the steps from states with a way to the goal into states without. Where a way is only out of sight,
/// it is the last thing that was done before the screen where it begins.
/// </summary>
internal static class TrapEntryFinder
{
    /// <summary>The doors of states from which nothing leads on at all.</summary>
    public static IReadOnlyList<TrapEntry> Of(GraphEvidence evidence, StateSet reaching, Func<ModelState, bool> concerns)
    {
        var (graph, product) = (evidence.Graph, evidence.Product);
        var doors = new TrapEntryCount();
        Span<int> targets = stackalloc int[Move.Most];
        Span<int> moves = stackalloc int[Move.Most];
        for (var position = 0; position < graph.Order.Count; position++)
        {
            if (!reaching.Contains(graph.Order[position]))
                continue;
            var count = product.Expand(graph.Order[position], Filter.Everything, targets, moves);
            for (var i = 0; i < count; i++)
            {
                if (!reaching.Contains(targets[i]) && concerns(product.PlaceOf(targets[i])))
                    doors.Add(graph, position, moves[i], "nothing leads on");
            }
        }

        return doors.Ranked(evidence);
    }

    /// <summary>The doors of states from which only a way leads on that no screen shows.</summary>
    public static IReadOnlyList<TrapEntry> InSight(GraphEvidence evidence, StateSet reaching)
    {
        var graph = evidence.Graph;
        var doors = new TrapEntryCount();
        for (var position = 0; position < graph.Order.Count; position++)
        {
            if (reaching.Contains(graph.Order[position]) || HiddenWay(evidence, graph.Order[position]) is not { } way || DecidingStep(graph, position) is not { } step)
                continue;
            doors.Add(graph, step.Position, step.Move, way);
        }

        return doors.Ranked(evidence);
    }

    /// <summary>What leads on from a state and is out of sight; null where nothing does.</summary>
    private static string? HiddenWay(GraphEvidence evidence, int state)
    {
        var product = evidence.Product;
        var place = product.PlaceOf(state);
        var @case = product.CaseOf(place);
        foreach (var trail in product.Site.Pages[place.Page].Trails)
        {
            if (trail.IsVisible || (trail.When >> @case & 1) == 0)
                continue;
            var target = product.Site.Pages[trail.To];
            var offered = target.Screen.Actions.Where(offer => product.Takes(place.Class, target, offer.Action, @case)).Select(offer => offer.Action).ToList();
            var what = offered.Contains(EnrolmentAction.ConfirmCode) ? "no visible screen takes it" : $"no visible screen offers {string.Join(" or ", offered)}";
            if (offered.Count > 0)
                return $"{what}: only \"{trail.Link!.Label ?? trail.Link.To}\" leads on, a {Labels.KindOf(trail.Link.Kind)}";
        }

        return null;
    }

    /// <summary>The last command on the way to a state by which the lifecycle went on.</summary>
    private static (int Position, int Move)? DecidingStep(StateGraph graph, int position)
    {
        var path = graph.PathTo(position);
        for (var i = path.Count - 1; i > 0; i--)
        {
            var (from, to) = (graph.Order[path[i - 1]], graph.Order[path[i]]);
            if (StateOf(graph, from) != StateOf(graph, to))
                return (path[i - 1], graph.MoveBetween(from, to));
        }

        return null;
    }

    private static EnrolmentState StateOf(StateGraph graph, int state) => graph.Product.StateOf(graph.Product.PlaceOf(state));
}
