namespace LoginVerification.Exploration;

/// <summary>The strongly connected components of a graph, by Tarjan's algorithm, without recursion: graphs are deep.</summary>
internal sealed class StrongComponents<TNode>
    where TNode : struct
{
    private readonly Func<TNode, IEnumerable<TNode>> successors;
    private readonly Dictionary<TNode, int> number = [];
    private readonly Dictionary<TNode, int> lowest = [];
    private readonly Stack<TNode> open = new();
    private readonly HashSet<TNode> closed = [];
    private readonly List<IReadOnlyList<TNode>> components = [];

    private StrongComponents(Func<TNode, IEnumerable<TNode>> successors) => this.successors = successors;

    /// <summary>The components that can be reached from a node, each after those that it leads to.</summary>
    public static IReadOnlyList<IReadOnlyList<TNode>> From(TNode start, Func<TNode, IEnumerable<TNode>> successors)
    {
        var search = new StrongComponents<TNode>(successors);
        search.Walk(start);
        return search.components;
    }

    private void Walk(TNode start)
    {
        var path = new Stack<(TNode Node, IEnumerator<TNode> Following)>([Enter(start)]);
        while (path.TryPeek(out var at))
        {
            if (at.Following.MoveNext())
            {
                var next = at.Following.Current;
                if (!number.TryGetValue(next, out var known))
                    path.Push(Enter(next));
                else if (!closed.Contains(next))
                    Lower(at.Node, known);
                continue;
            }

            path.Pop();
            if (path.TryPeek(out var parent))
                Lower(parent.Node, lowest[at.Node]);
            if (lowest[at.Node] == number[at.Node])
                Close(at.Node);
        }
    }

    private (TNode Node, IEnumerator<TNode> Following) Enter(TNode node)
    {
        number[node] = lowest[node] = number.Count;
        open.Push(node);
        return (node, successors(node).GetEnumerator());
    }

    private void Lower(TNode node, int known) => lowest[node] = Math.Min(lowest[node], known);

    /// <summary>The component of a root: all that was found since.</summary>
    private void Close(TNode root)
    {
        var component = new List<TNode>();
        TNode member;
        do
        {
            member = open.Pop();
            closed.Add(member);
            component.Add(member);
        }
        while (!member.Equals(root));

        components.Add(component);
    }
}
