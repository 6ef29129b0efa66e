namespace LoginVerification.Exploration;

/// <summary>A counterexample: a shortest path to a state, step by step in words.</summary>
internal static class Counterexample
{
    public static IReadOnlyList<Step> To(StateGraph graph, Position position)
    {
        var path = graph.PathTo(position);
        return [.. path.Zip(path.Skip(1), (from, to) => Steps.Of(graph.Model, graph[from], graph.MoveBetween(graph[from], graph[to])))];
    }

    /// <summary>A path that is known by its states, each step by the first move of a filter.</summary>
    public static IReadOnlyList<Step> Along(PolicyModel model, IReadOnlyList<StateId> path, Filter filter) =>
        [.. path.Zip(path.Skip(1), (from, to) => Steps.Of(model, from, model.MoveBetween(from, to, filter)))];

    /// <summary>A shortest path to a state, and one move more.</summary>
    public static IReadOnlyList<Step> To(StateGraph graph, Position position, Move move) => [.. To(graph, position), Steps.Of(graph.Model, graph[position], move)];
}
