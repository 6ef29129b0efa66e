namespace LoginVerification.Exploration;

/// <summary>Finds the steps that lead from states with a way to the goal into states without, and says what is missing there.</summary>
internal static class ClosedDoors
{
    public static IReadOnlyList<ClosedDoor> Of(GraphEvidence evidence, StateSet reaching, bool hiddenLinks)
    {
        var (graph, product) = (evidence.Graph, evidence.Product);
        var doors = new Dictionary<(int Class, int Page, int Move), (int Steps, Place From, int To)>();
        Span<int> targets = stackalloc int[Move.Most];
        Span<int> moves = stackalloc int[Move.Most];
        foreach (var state in graph.Order)
        {
            if (!reaching.Contains(state))
                continue;
            var place = product.PlaceOf(state);
            var count = product.Expand(state, Filter.Everything, targets, moves);
            for (var i = 0; i < count; i++)
            {
                if (reaching.Contains(targets[i]))
                    continue;
                var key = (place.Class, place.Page, moves[i]);
                doors[key] = doors.TryGetValue(key, out var known) ? known with { Steps = known.Steps + 1 } : (1, place, targets[i]);
            }
        }

        return
        [
            .. doors.OrderByDescending(door => door.Value.Steps).Select(door =>
            {
                var step = Telling.Step(product, door.Value.From, door.Key.Move);
                var missing = hiddenLinks ? "nothing leads on to VerificationEnabled" : MissingInSight(evidence, door.Value.To);
                return new ClosedDoor(step.Surface!, step.Screen!, step.Class!, step.Action, step.Outcome is null ? missing : $"{step.Outcome}, and {missing}", door.Value.Steps);
            }),
        ];
    }

    /// <summary>The first step of the shortest way over all links that nobody sees.</summary>
    private static string MissingInSight(GraphEvidence evidence, int trapped)
    {
        var product = evidence.Product;
        var (walk, end) = Graph.Search(product, trapped, evidence.Hope, evidence.IsEnabled);
        if (end < 0)
            return "nothing leads on to VerificationEnabled";
        var path = walk.PathTo(end).Select(position => walk.Order[position]).ToList();
        var steps = path.Zip(path.Skip(1), (from, to) => (From: product.PlaceOf(from), Move: walk.MoveBetween(from, to))).ToList();
        var hidden = steps.FindIndex(step => step.Move >= Move.FirstTrail && !TrailOf(step).IsVisible);
        var link = TrailOf(steps[hidden]).Link!;
        var awaited = steps.Skip(hidden + 1).Select(step => step.Move).First(move => move < Move.MostInputs);
        var action = product.Table.Inputs[product.Moves[awaited]].Action;
        var what = action is EnrolmentAction.ConfirmCode ? "no visible screen takes it" : $"no visible screen offers {action}";
        return $"{what}: only \"{link.Label ?? link.To}\" leads on, a {Telling.KindOf(link.Kind)}";

        Trail TrailOf((Place From, int Move) step) => product.Site.Pages[step.From.Page].Trails[step.Move - Move.FirstTrail];
    }
}
