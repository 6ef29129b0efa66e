namespace LoginVerification.Exploration;

/// <summary>The shortest way to a state, told step by step.</summary>
internal sealed class Counterexample(StateGraph graph)
{
    public IReadOnlyList<TraceStep> To(int position)
    {
        var path = graph.PathTo(position);
        return
        [
            .. path.Zip(path.Skip(1), (from, to) => (From: graph.Order[from], To: graph.Order[to]))
                .Select(step => Labels.Step(graph.Product, graph.Product.PlaceOf(step.From), graph.MoveBetween(step.From, step.To))),
        ];
    }
}
