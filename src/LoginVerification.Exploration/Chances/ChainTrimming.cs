namespace LoginVerification.Exploration;

/// <summary>
/// Ends a chain where no option leads to the goal any more, for there the user is stuck, and leaves out what never happens. What is left is
/// absorbing: from every state that stays, some edges lead to an end.
/// </summary>
internal sealed class ChainTrimming(PolicyModel model, IReadOnlyList<ChainNode> nodes)
{
    public UserChain Trimmed()
    {
        var leads = Leading();
        var kept = new ChainStates();
        var origins = new List<int>();
        Keep(0);
        var trimmed = new List<ChainNode>();
        while (trimmed.Count < kept.Count)
        {
            var (state, node) = (kept[trimmed.Count], nodes[origins[trimmed.Count]]);
            trimmed.Add(state.User is null ? new ChainNode(state, [], 0, 0) : node with { Edges = Edges(node) });
        }

        return new UserChain(trimmed);

        IReadOnlyList<ChainEdge> Edges(ChainNode node) =>
        [
            .. node.Edges.Where(edge => edge.Probability > 0)
                .GroupBy(edge => Keep(edge.To), (to, same) => new ChainEdge(to, same.Sum(edge => edge.Probability))),
        ];

        int Keep(int id)
        {
            var state = nodes[id].State;
            var again = kept.IdOf(state.User is { } user && !leads[id] ? new ChainState(null, LeavingPoint.At(model, user, LeavingReason.Stuck, null)) : state);
            if (again == origins.Count)
                origins.Add(id);
            return again;
        }
    }

    /// <summary>Whether the goal can be reached, by state: a search from behind.</summary>
    private bool[] Leading()
    {
        var before = nodes.Index().SelectMany(node => node.Item.Edges.Select(edge => (edge.To, From: node.Index))).ToLookup(edge => edge.To, edge => edge.From);
        var leads = new bool[nodes.Count];
        var open = new Stack<int>(Enumerable.Range(0, nodes.Count).Where(id => nodes[id].State.IsEnrolled));
        while (open.TryPop(out var id))
        {
            if (leads[id])
                continue;
            leads[id] = true;
            foreach (var from in before[id])
                open.Push(from);
        }

        return leads;
    }
}
