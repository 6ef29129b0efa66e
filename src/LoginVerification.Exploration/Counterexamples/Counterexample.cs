namespace LoginVerification.Exploration;

/// <summary>A counterexample: a shortest path to a state, step by step in words.</summary>
internal static class Counterexample
{
    public static IReadOnlyList<Step> To(StateGraph graph, Position position)
    {
        var path = graph.PathTo(position);
        return [.. path.Zip(path.Skip(1), (from, to) => Labels.Step(graph.Model, graph[from], graph.MoveBetween(graph[from], graph[to])))];
    }

    /// <summary>A shortest path to a state, and one move more.</summary>
    public static IReadOnlyList<Step> To(StateGraph graph, Position position, Move move) => [.. To(graph, position), Labels.Step(graph.Model, graph[position], move)];
}
