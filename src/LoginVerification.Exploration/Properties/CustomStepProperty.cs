namespace LoginVerification.Exploration;

internal sealed class CustomStepProperty(string name, Func<StepView, bool> holds) : GraphProperty(name, PropertyKind.Custom, $"{name} holds for every step")
{
    protected override bool ShowsAtOnce => true;

    protected override PropertyVerdict Look(GraphEvidence evidence)
    {
        var (graph, model) = (evidence.Graph, evidence.Model);
        foreach (var position in graph.Positions)
        {
            foreach (var (move, to) in model.Successors(graph[position], Filter.Everything))
            {
                if (!holds(new StepView(model, evidence.StateAt(position), model.Codec.Unpack(to), move)))
                    return Violated($"{Name} does not hold for the last step of the trace", [evidence.ViolationIn(evidence.StateAt(position))], evidence.CounterexampleTo(position, move));
            }
        }

        return Proved();
    }
}
