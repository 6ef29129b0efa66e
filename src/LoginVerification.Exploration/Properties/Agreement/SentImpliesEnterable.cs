namespace LoginVerification.Exploration;

internal sealed class SentImpliesEnterable() : GraphProperty(
    nameof(SentImpliesEnterable), PropertyKind.Agreement,
    "after a code is sent, the screen where the user lands takes it, or one that is a visible link away")
{
    protected override bool ShowsAtOnce => true;

    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var (graph, model) = (evidence.Graph, evidence.Model);
        var isSent = false;
        var violations = new HashSet<Violation>();
        PropertyVerdict? violated = null;
        foreach (var (position, _, (move, isEnterable)) in graph.EachOnce(walk => Sendings(evidence, walk)))
        {
            isSent = true;
            if (isEnterable)
                continue;
            var state = evidence.StateAt(position);
            violated ??= Violated(model, model.Effects.After(state, move), evidence.CounterexampleTo(position, move));
            violations.Add(evidence.ViolationIn(state) with { Choice = model.InputOf(move)!.Choice, State = null });
            // Of what was not looked at to the end, the first violation is told.
            if (!graph.IsComplete || evidence.IsStopped)
                break;
        }

        if (violated is not null)
            return violated with { Violations = [.. violations] };
        return isSent ? Proved() : Vacuous("no code is ever sent");
    }

    /// <summary>The first state in which each input sends a code on each screen, where the code can be entered and where it cannot.</summary>
    private static List<(int Place, (Move Move, bool IsEnterable))> Sendings(GraphEvidence evidence, ClassWalk walk)
    {
        var model = evidence.Model;
        var known = new Dictionary<(bool, ScreenId, ConditionCase), bool>();
        var kinds = new HashSet<(ScreenId, Move, bool)>();
        var found = new List<(int, (Move, bool))>();
        for (var place = 0; place < walk.Count; place++)
        {
            var state = walk.StateAt(place);
            var sending = model.Effects.SendingIn(state.Shape) & model.Guards.TakenIn(state, model.CaseOf(state));
            for (; !sending.IsEmpty; sending = sending.WithoutFirst)
            {
                var isEnterable = IsEnterable(model, model.Effects.After(state, sending.First), known);
                if (kinds.Add((state.Screen, sending.First, isEnterable)))
                    found.Add((place, (sending.First, isEnterable)));
            }
        }

        return found;
    }

    private static bool IsEnterable(PolicyModel model, in ModelState landed, Dictionary<(bool, ScreenId, ConditionCase), bool> known)
    {
        // Nobody types a code before it arrives.
        var at = model.CaseOf(landed).With(smsDelivered: true);
        if (known.TryGetValue((landed.Device, landed.Screen, at), out var isEnterable))
            return isEnterable;
        var (number, device, screen) = (landed.Class, landed.Device, model.ScreenOf(landed));
        isEnterable = Takes(screen)
            || screen.Exits.Any(exit => exit is { Link: not null, IsVisible: true } && exit.When.Contains(at) && Takes(model.Screens[exit.To]));
        return known[(device, screen.Id, at)] = isEnterable;

        bool Takes(Screen candidate) => model.Takes(number, device, candidate, EnrolmentAction.ConfirmCode, at);
    }

    private PropertyVerdict Violated(PolicyModel model, in ModelState landed, IReadOnlyList<Step> story)
    {
        var sent = story[^1];
        return Violated($"{sent.Surface}, {sent.Class!.Name}: {sent}: the code is sent, and neither {model.ScreenOf(landed)} nor a visible link away takes it", [], story);
    }
}
