namespace LoginVerification.Exploration;

/// <summary>
/// A graph small enough to be drawn: states are one where screen and lifecycle state are the same. A path in it need not be a path of the
/// policy, for what tells the states apart is gone. Immutable and thread-safe.
/// </summary>
internal sealed class Quotient
{
    /// <summary>Why a drawing of it is to be taken with care.</summary>
    public const string Caution = "quotient by lifecycle state and screen: a path in it need not be a path of the policy";

    private Quotient(PolicyModel model, IReadOnlyList<QuotientNode> nodes, IReadOnlyList<QuotientEdge> edges)
    {
        Model = model;
        Nodes = nodes;
        Edges = edges;
    }

    public PolicyModel Model { get; }

    public IReadOnlyList<QuotientNode> Nodes { get; }

    public IReadOnlyList<QuotientEdge> Edges { get; }

    public static Quotient Of(StateGraph graph)
    {
        var model = graph.Model;
        var nodes = new HashSet<QuotientNode>();
        var steps = new HashSet<(QuotientNode From, QuotientNode To, Move Move)>();
        foreach (var state in graph.States)
        {
            var from = NodeOf(model, state);
            nodes.Add(from);
            foreach (var (move, to) in model.Successors(state, Filter.Everything))
                steps.Add((from, NodeOf(model, to), move));
        }

        var edges = from step in steps
                    group step.Move by (step.From, step.To, IsVisible: IsVisible(model, step.From, step.Move)) into alike
                    orderby alike.Key.From, alike.Key.To, alike.Key.IsVisible descending
                    select new QuotientEdge(alike.Key.From, alike.Key.To, alike.Key.IsVisible, ActionsOf(model, alike.Key.From, alike));
        return new Quotient(model, [.. nodes.Order()], [.. edges]);
    }

    private static QuotientNode NodeOf(PolicyModel model, StateId id)
    {
        var state = model.Codec.Unpack(id);
        return new QuotientNode(state.Screen, model.LifecycleOf(state));
    }

    private static IReadOnlyList<string> ActionsOf(PolicyModel model, QuotientNode from, IEnumerable<Move> moves) =>
        [.. moves.Order().Select(move => ExportLabels.Of(model, from.Screen, move)).Distinct()];

    private static bool IsVisible(PolicyModel model, QuotientNode from, Move move) =>
        move.Kind is not MoveKind.Exit || model.Screens[from.Screen].Exits[move.Index].IsVisible;
}

/// <summary>All states that share a screen and a lifecycle state.</summary>
/// <param name="Screen">The screen.</param>
/// <param name="State">The lifecycle's state.</param>
internal readonly record struct QuotientNode(ScreenId Screen, EnrolmentState State) : IComparable<QuotientNode>
{
    public int CompareTo(QuotientNode other) => (Screen.Index, State).CompareTo((other.Screen.Index, other.State));
}

/// <summary>Everything that leads from one node to another in plain sight, or everything that does so unseen.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="IsVisible">Whether a user sees it; what is no link is seen.</param>
/// <param name="Actions">What is done, each once.</param>
internal sealed record QuotientEdge(QuotientNode From, QuotientNode To, bool IsVisible, IReadOnlyList<string> Actions);
