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
        var known = new Dictionary<(ClassId, bool, ScreenId, ConditionCase), bool>();
        foreach (var position in graph.Positions)
        {
            // Of what was not looked at to the end, the first violation is told.
            if (violated is not null && (!graph.IsComplete || evidence.IsStopped))
                break;
            var state = evidence.StateAt(position);
            var sending = model.Effects.SendingIn(state.Shape) & model.Guards.TakenIn(state, model.CaseOf(state));
            for (; !sending.IsEmpty; sending = sending.WithoutFirst)
            {
                isSent = true;
                var landed = model.Effects.After(state, sending.First);
                if (IsEnterable(model, landed, known))
                    continue;
                violated ??= Violated(model, landed, evidence.CounterexampleTo(position, sending.First));
                violations.Add(evidence.ViolationIn(state) with { Choice = model.InputOf(sending.First)!.Choice, State = null });
            }
        }

        if (violated is not null)
            return violated with { Violations = [.. violations] };
        return isSent ? Proved() : Vacuous("no code is ever sent");
    }

    private static bool IsEnterable(PolicyModel model, in ModelState landed, Dictionary<(ClassId, bool, ScreenId, ConditionCase), bool> known)
    {
        // Nobody types a code before it arrives.
        var at = model.CaseOf(landed).With(smsDelivered: true);
        if (known.TryGetValue((landed.Class, landed.Device, landed.Screen, at), out var isEnterable))
            return isEnterable;
        var (number, device, screen) = (landed.Class, landed.Device, model.ScreenOf(landed));
        isEnterable = Takes(screen)
            || screen.Exits.Any(exit => exit is { Link: not null, IsVisible: true } && exit.When.Contains(at) && Takes(model.Screens[exit.To]));
        return known[(number, device, screen.Id, at)] = isEnterable;

        bool Takes(Screen candidate) => model.Takes(number, device, candidate, EnrolmentAction.ConfirmCode, at);
    }

    private PropertyVerdict Violated(PolicyModel model, in ModelState landed, IReadOnlyList<Step> story)
    {
        var sent = story[^1];
        return Violated($"{sent.Surface}, {sent.Class!.Name}: {sent}: the code is sent, and neither {model.ScreenOf(landed)} nor a visible link away takes it", [], story);
    }
}
