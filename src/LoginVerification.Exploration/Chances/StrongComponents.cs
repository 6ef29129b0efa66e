namespace LoginVerification.Exploration;

/// <summary>The strongly connected components of a chain, by Tarjan's algorithm, without recursion: chains are deep.</summary>
internal sealed class StrongComponents
{
    private readonly UserChain chain;
    private readonly int[] number;
    private readonly int[] lowest;
    private readonly bool[] isOpen;
    private readonly Stack<int> open = [];
    private readonly Stack<(int Node, int Edge)> path = [];
    private readonly List<IReadOnlyList<int>> components = [];
    private int met;

    private StrongComponents(UserChain chain)
    {
        this.chain = chain;
        number = new int[chain.Nodes.Count];
        lowest = new int[chain.Nodes.Count];
        isOpen = new bool[chain.Nodes.Count];
    }

    /// <summary>The components that can be reached from the start, each before those that it leads to.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Of(UserChain chain)
    {
        var search = new StrongComponents(chain);
        search.Search();
        search.components.Reverse();
        return search.components;
    }

    private void Search()
    {
        Enter(0);
        while (path.TryPop(out var at))
        {
            var edges = chain.Nodes[at.Node].Edges;
            if (at.Edge > 0)
                lowest[at.Node] = Lower(at.Node, edges[at.Edge - 1].To);
            if (at.Edge == edges.Count)
            {
                Close(at.Node);
                continue;
            }

            path.Push((at.Node, at.Edge + 1));
            if (number[edges[at.Edge].To] == 0)
                Enter(edges[at.Edge].To);
        }
    }

    private void Enter(int node)
    {
        number[node] = lowest[node] = ++met;
        isOpen[node] = true;
        open.Push(node);
        path.Push((node, 0));
    }

    private int Lower(int node, int to) => isOpen[to] ? Math.Min(lowest[node], lowest[to]) : lowest[node];

    private void Close(int node)
    {
        if (lowest[node] != number[node])
            return;
        var component = new List<int>();
        int member;
        do
        {
            member = open.Pop();
            isOpen[member] = false;
            component.Add(member);
        }
        while (member != node);
        component.Sort();
        components.Add(component);
    }
}
