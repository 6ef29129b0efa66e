namespace LoginVerification.Exploration;

/// <summary>Strongly connected components that nothing leaves, by Tarjan's algorithm, with a list in place of recursion.</summary>
internal sealed class BottomComponents
{
    private readonly Action<StateId, List<StateId>> successors;
    private readonly Dictionary<StateId, int> lowest = [];
    private readonly Dictionary<StateId, int> number = [];
    private readonly Stack<StateId> unassigned = new();
    private readonly HashSet<StateId> assigned = [];
    private readonly HashSet<StateId> bottom = [];

    private BottomComponents(Action<StateId, List<StateId>> successors) => this.successors = successors;

    /// <summary>The states of those that can be reached from a state. A state without successors is one by itself.</summary>
    public static IReadOnlySet<StateId> ReachedFrom(StateId start, Action<StateId, List<StateId>> successors)
    {
        var search = new BottomComponents(successors);
        search.Walk(start);
        return search.bottom;
    }

    private void Walk(StateId start)
    {
        var path = new Stack<(StateId State, IEnumerator<StateId> Following)>([Enter(start)]);
        while (path.TryPeek(out var at))
        {
            if (at.Following.MoveNext())
            {
                var next = at.Following.Current;
                if (!number.TryGetValue(next, out var known))
                    path.Push(Enter(next));
                else if (!assigned.Contains(next))
                    Lower(at.State, known);
                continue;
            }

            path.Pop();
            if (path.TryPeek(out var parent))
                Lower(parent.State, lowest[at.State]);
            if (lowest[at.State] == number[at.State])
                Assign(at.State);
        }
    }

    private (StateId State, IEnumerator<StateId> Following) Enter(StateId state)
    {
        number[state] = lowest[state] = number.Count;
        unassigned.Push(state);
        return (state, After(state).GetEnumerator());
    }

    private void Lower(StateId state, int known) => lowest[state] = Math.Min(lowest[state], known);

    /// <summary>The component of a root: all that was found since.</summary>
    private void Assign(StateId root)
    {
        var component = new HashSet<StateId>();
        StateId state;
        do
        {
            state = unassigned.Pop();
            component.Add(state);
            assigned.Add(state);
        }
        while (state != root);

        if (component.All(member => After(member).TrueForAll(component.Contains)))
            bottom.UnionWith(component);
    }

    private List<StateId> After(StateId state)
    {
        var found = new List<StateId>();
        successors(state, found);
        return found;
    }
}
