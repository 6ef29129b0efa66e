namespace LoginVerification.Exploration;

/// <summary>
/// Whoever comes to one state comes to another one, if they keep trying: response (p leads to q) under strong fairness of every move that is
/// counted on. Others may happen, but not for ever.
/// </summary>
internal sealed class CustomResponseProperty(string name, string meaning, Func<StateView, bool> from, Func<StateView, bool> to, Reliance reliance)
    : GraphProperty(name, PropertyKind.Custom, meaning)
{
    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var (graph, model) = (evidence.Graph, evidence.Model);
        var counted = evidence.MovesOf(reliance);
        var hopeful = evidence.Reaching(Meets(to), counted);
        var runs = new FairRuns(Successors(Filter.Everything), Successors(counted), state => Meets(to)(model.Codec.Unpack(state)), hopeful.Contains);
        var isOccurring = false;
        foreach (var position in graph.Positions)
        {
            if (!Meets(from)(evidence.StateAt(position)))
                continue;
            isOccurring = true;
            evidence.ThrowIfStopped();
            if (runs.MissingGoalFrom(graph[position]) is { } lasso)
                return Told(evidence, position, lasso, counted);
        }

        return isOccurring ? Proved() : Vacuous(NothingToSay);

        Func<ModelState, bool> Meets(Func<StateView, bool> test) => state => test(new StateView(model, state));

        Action<StateId, List<StateId>> Successors(Filter filter) => (state, found) =>
        {
            foreach (var (_, next) in model.Successors(state, filter))
                found.Add(next);
        };
    }

    private PropertyVerdict Told(GraphEvidence evidence, Position position, Lasso lasso, Filter counted)
    {
        var model = evidence.Model;
        var end = model.Codec.Unpack(lasso.Stem[^1]);
        List<Step> story = [.. Counterexample.To(evidence.Graph, position), .. Counterexample.Along(model, lasso.Stem, Filter.Everything)];
        var isEnd = lasso.Cycle.Count == 0;
        return Violated(
            isEnd ? "it can end where nothing leads on" : "it can go round for ever without getting there",
            [evidence.ViolationIn(end)],
            [.. story, .. isEnd ? [Steps.Missing(model, end, "a way on", "there is none")] : Counterexample.Along(model, lasso.Cycle, counted)]) with
        {
            CycleStart = isEnd ? null : story.Count,
        };
    }
}
