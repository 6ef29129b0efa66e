namespace LoginVerification.Exploration;

/// <summary>Finds the entries of a trap: the steps from states with a way to the goal into states without.</summary>
internal static class TrapEntryFinder
{
    /// <summary>Those that trap most first.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="reaching">The states with a way to the goal.</param>
    /// <param name="concerns">Whether a trapped state is one that counts.</param>
    /// <param name="missing">What is missing in a trapped state.</param>
    public static IReadOnlyList<TrapEntry> Of(GraphEvidence evidence, StateSet reaching, Func<ModelState, bool> concerns, Func<ModelState, string> missing)
    {
        var (graph, model) = (evidence.Graph, evidence.Model);
        var entries = new TrapEntryCount(missing);
        foreach (var position in graph.Positions)
        {
            if (!reaching.Contains(graph[position]))
                continue;
            foreach (var (move, to) in model.Successors(graph[position], Filter.Everything))
            {
                if (!reaching.Contains(to) && concerns(model.Codec.Unpack(to)))
                    entries.Add(evidence, position, move, to);
            }
        }

        return entries.Ranked(evidence);
    }
}
