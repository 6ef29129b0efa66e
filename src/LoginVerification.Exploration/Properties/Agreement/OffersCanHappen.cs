namespace LoginVerification.Exploration;

internal sealed class OffersCanHappen() : GraphProperty(
    nameof(OffersCanHappen), PropertyKind.Agreement, "whatever a screen offers is accepted there in some state that can be reached, for some class of numbers")
{
    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var model = evidence.Model;
        var open = model.Screens.Screens.SelectMany(screen => screen.Offers.Select(offer => (screen.Id, offer.Action))).ToHashSet();
        if (open.Count == 0)
            return Vacuous("no screen offers anything");
        foreach (var id in evidence.Graph.States)
        {
            if (open.Count == 0)
                return Proved();
            var state = model.Codec.Unpack(id);
            for (var taken = model.Guards.TakenIn(state, model.CaseOf(state)); !taken.IsEmpty; taken = taken.WithoutFirst)
            {
                // A wrong code that counts is a "no".
                if (model.InputOf(taken.First) is { Choice: { } choice } && model.Table[state.Shape, model.Inputs[taken.First.Index]].Refusal is null)
                    open.Remove((state.Screen, choice.Action));
            }
        }

        var dead = model.Screens.Screens.SelectMany(screen => screen.Offers.Where(offer => open.Contains((screen.Id, offer.Action))).Select(offer => (screen, offer.Action))).ToList();
        return dead is [var (at, action), ..]
            ? Violated(
                $"never accepted: {string.Join(", ", dead.Select(offer => $"{offer.Action} on {offer.screen}"))}",
                dead.Select(offer => new Violation { Surface = offer.screen.Surface, Screen = offer.screen.Name, Choice = new Choice(offer.Action) }),
                Story(evidence, at, action))
            : Proved();
    }

    /// <summary>The shortest way to the screen, if one leads there, best where the action is offered, and what it meets there.</summary>
    private static IReadOnlyList<Step> Story(GraphEvidence evidence, Screen screen, EnrolmentAction action)
    {
        var model = evidence.Model;
        var asking = model.Table.Columns.First(column => model.Table[column] is { Adverse: null, Choice: { } choice } && choice.Action == action);
        var offered = evidence.Graph.Find(id => model.Codec.Unpack(id) is var state && state.Screen == screen.Id && screen.WhenOffered(action).Contains(model.CaseOf(state)));
        if (offered is { } position && model.Table[evidence.StateAt(position).Shape, asking].Refusal is not null)
            return evidence.CounterexampleTo(position, asking);
        var (stands, outcome) = offered is not null ? (offered, "it is offered here, and never accepted")
            : evidence.Graph.Find(id => model.Codec.Unpack(id).Screen == screen.Id) is { } seen ? (seen, "it is never offered here")
            : ((Position?)new Position(0), $"nobody ever comes to {screen}, which offers it");
        return [.. Counterexample.To(evidence.Graph, stands!.Value), Steps.Missing(model, evidence.StateAt(stands.Value), $"{action}", outcome)];
    }
}
