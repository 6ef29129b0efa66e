namespace LoginVerification.Exploration;

/// <summary>
/// Solves a chain exactly: how often each state is visited on the average, which for an absorbing one is the probability of ending there. The
/// strongly connected components are solved one by one, in the order in which a user comes to them, each by elimination.
/// </summary>
internal sealed class ExpectedVisits
{
    private readonly UserChain chain;
    private readonly double[] inflow;

    private ExpectedVisits(UserChain chain)
    {
        this.chain = chain;
        inflow = new double[chain.Nodes.Count];
        Visits = new double[chain.Nodes.Count];
    }

    /// <summary>By state.</summary>
    public double[] Visits { get; }

    /// <summary>By how much the visits miss the equations at most, relative to what they say.</summary>
    public double Residual { get; private set; }

    /// <exception cref="NotSupportedException">States that lead to each other are too many, or so rarely left that no number says how often they are visited.</exception>
    public static ExpectedVisits Of(UserChain chain, CancellationToken cancellationToken)
    {
        var solving = new ExpectedVisits(chain);
        solving.inflow[0] = 1;
        foreach (var component in StrongComponents<int>.From(0, node => chain.Nodes[node].Edges.Select(edge => edge.To)).Reverse())
            solving.Solve([.. component.Order()], cancellationToken);
        solving.Check();
        return solving;
    }

    private void Solve(IReadOnlyList<int> component, CancellationToken cancellationToken)
    {
        var place = component.Index().ToDictionary(entry => entry.Item, entry => entry.Index);
        var within = new List<(int, int, double)>();
        var leaving = new double[component.Count];
        foreach (var (index, id) in component.Index())
        {
            foreach (var edge in chain.Nodes[id].Edges)
            {
                if (place.TryGetValue(edge.To, out var to))
                    within.Add((index, to, edge.Probability));
                else
                    leaving[index] += edge.Probability;
            }

            if (chain.Nodes[id].Edges.Count == 0)
                leaving[index] = 1;
        }

        var solved = StateElimination.Visits(within, leaving, [.. component.Select(id => inflow[id])], cancellationToken);
        foreach (var (index, id) in component.Index())
        {
            Visits[id] = solved[index];
            foreach (var edge in chain.Nodes[id].Edges)
                inflow[edge.To] += solved[index] * edge.Probability;
        }
    }

    private void Check()
    {
        // What flows in was summed up along the way, from the start and along every edge: it has to be what was found.
        foreach (var (visits, expected) in Visits.Zip(inflow))
            Residual = Math.Max(Residual, Math.Abs(visits - expected) / Math.Max(1, expected));
        if (!double.IsFinite(Residual))
            throw new NotSupportedException("Users hardly ever leave some loop, so that no number says how many steps they take. Let some give up, or bring the weights nearer to each other.");
    }
}
