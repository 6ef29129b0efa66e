namespace LoginVerification.Exploration;

/// <summary>
/// A graph small enough to be drawn: states are one where screen and lifecycle state are the same. A path in it need not be a path of the
/// policy, for what tells the states apart is gone. Immutable and thread-safe.
/// </summary>
internal sealed class Quotient
{
    /// <summary>Why a drawing of it is to be taken with care.</summary>
    public const string Caution = "quotient by lifecycle state and screen: a path in it need not be a path of the policy";

    private Quotient(PolicyModel product, IReadOnlyList<QuotientNode> nodes, IReadOnlyList<QuotientEdge> edges)
    {
        Product = product;
        Nodes = nodes;
        Edges = edges;
    }

    public PolicyModel Product { get; }

    public IReadOnlyList<QuotientNode> Nodes { get; }

    public IReadOnlyList<QuotientEdge> Edges { get; }

    public static Quotient Of(StateGraph graph)
    {
        var product = graph.Product;
        var nodes = new HashSet<QuotientNode>();
        var steps = new HashSet<(QuotientNode From, QuotientNode To, int Move)>();
        Span<int> targets = stackalloc int[Move.Most];
        Span<int> moves = stackalloc int[Move.Most];
        foreach (var state in graph.Order)
        {
            var from = NodeOf(product, state);
            nodes.Add(from);
            var count = product.Expand(state, Filter.Everything, targets, moves);
            for (var i = 0; i < count; i++)
                steps.Add((from, NodeOf(product, targets[i]), moves[i]));
        }

        return new Quotient(
            product,
            [.. nodes.OrderBy(node => node.Page).ThenBy(node => node.State)],
            [
                .. steps.GroupBy(step => (step.From, step.To, IsVisible: IsVisible(product, step.From, step.Move)))
                    .OrderBy(edge => edge.Key.From.Page).ThenBy(edge => edge.Key.From.State).ThenBy(edge => edge.Key.To.Page).ThenBy(edge => edge.Key.To.State).ThenByDescending(edge => edge.Key.IsVisible)
                    .Select(edge => new QuotientEdge(edge.Key.From, edge.Key.To, edge.Key.IsVisible,
                    [
                        .. edge.OrderBy(step => step.Move).Select(step => ActionLabels.Of(product, product.Site.Pages[step.From.Page], step.Move)).Distinct(),
                    ])),
            ]);
    }

    public static QuotientNode NodeOf(PolicyModel product, int state)
    {
        var place = product.PlaceOf(state);
        return new QuotientNode(place.Page, product.Table.Shapes[place.Shape].State);
    }

    private static bool IsVisible(PolicyModel product, QuotientNode from, int move) =>
        move < Move.FirstTrail || product.Site.Pages[from.Page].Trails[move - Move.FirstTrail].IsVisible;
}

/// <summary>All states that share a screen and a lifecycle state.</summary>
/// <param name="Page">The index of the screen.</param>
/// <param name="State">The lifecycle's state.</param>
internal readonly record struct QuotientNode(int Page, EnrolmentState State);

/// <summary>Everything that leads from one node to another in plain sight, or everything that does so unseen.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="IsVisible">Whether a user sees it; what is no link is seen.</param>
/// <param name="Actions">What is done, each once.</param>
internal sealed record QuotientEdge(QuotientNode From, QuotientNode To, bool IsVisible, IReadOnlyList<string> Actions);
