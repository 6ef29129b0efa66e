using System.Runtime.InteropServices;

namespace LoginVerification.Exploration;

/// <summary>
/// Every state that can be reached, in the order of a breadth-first walk, with the state it was found from. Deterministic.
/// </summary>
internal sealed class StateGraph
{
    private readonly List<int> order = [];
    private readonly List<int> parents = [];
    private readonly StateSet found;
    private readonly bool[] stands;

    private StateGraph(PolicyModel product)
    {
        Product = product;
        found = new StateSet(product.Size);
        Attempted = new ulong[product.Table.Shapes.Length];
        Reached = new bool[product.Table.Shapes.Length];
        stands = new bool[product.Classes.Count * product.Site.Pages.Length * Condition.Cases];
    }

    public PolicyModel Product { get; }

    /// <summary>Every state, in the order in which they were found.</summary>
    public List<int> Order => order;

    public long Edges { get; private set; }

    /// <summary>How many moves the farthest state is away from the nearest start.</summary>
    public int Depth { get; private set; }

    public bool IsComplete { get; private set; }

    /// <summary>The first state of each class, screen and case of its conditions, as positions in the order.</summary>
    public List<int> Representatives { get; } = [];

    /// <summary>By shape: the moves that are put to it somewhere, accepted or not.</summary>
    public ulong[] Attempted { get; }

    /// <summary>By shape: whether some state has it.</summary>
    public bool[] Reached { get; }

    /// <summary>Walks everywhere.</summary>
    public static StateGraph Explore(PolicyModel product, int mostStates, IProgress<ExplorationProgress>? progress, CancellationToken cancellationToken)
    {
        var graph = new StateGraph(product);
        graph.Walk(product.Starts(), Filter.Everything, null, mostStates, progress, cancellationToken);
        return graph;
    }

    /// <summary>Walks from one state by some of the moves until a goal is met; its position is −1 where none is.</summary>
    public static (StateGraph Walked, int Goal) Search(PolicyModel product, int start, Filter filter, Func<ModelState, bool> isGoal)
    {
        var graph = new StateGraph(product);
        var goal = graph.Walk([start], filter, isGoal, int.MaxValue, null, CancellationToken.None);
        return (graph, goal);
    }

    /// <summary>The way from a start to the state at a position of the order: positions, the start first.</summary>
    public IReadOnlyList<int> PathTo(int position)
    {
        var path = new List<int>();
        for (var at = position; at >= 0; at = parents[at])
            path.Add(at);
        path.Reverse();
        return path;
    }

    /// <summary>The move that leads from one state to another one, the first in order.</summary>
    public int MoveBetween(int from, int to)
    {
        Span<int> targets = stackalloc int[Move.Most];
        Span<int> moves = stackalloc int[Move.Most];
        var count = Product.Expand(from, Filter.Everything, targets, moves);
        return moves[targets[..count].IndexOf(to)];
    }

    /// <summary>The states from which a goal can be reached, by the moves of a filter; those that are known to already are passed on.</summary>
    public StateSet Reaching(Func<ModelState, bool> isGoal, Filter filter, StateSet? known, CancellationToken cancellationToken)
    {
        var reaching = known is null ? new StateSet(Product.Size) : new StateSet(known);
        var open = new List<int>();
        // Backward through the order, because what is found late is mostly near what is found later still.
        for (var position = order.Count - 1; position >= 0; position--)
        {
            var state = order[position];
            if (isGoal(Product.PlaceOf(state)))
                reaching.Add(state);
            else if (!reaching.Contains(state))
                open.Add(state);
        }

        Span<int> targets = stackalloc int[Move.Most];
        Span<int> moves = stackalloc int[Move.Most];
        for (var before = open.Count + 1; open.Count < before;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            before = open.Count;
            var left = 0;
            foreach (var state in CollectionsMarshal.AsSpan(open))
            {
                var count = Product.Expand(state, filter, targets, moves);
                if (reaching.ContainsAny(targets[..count]))
                    reaching.Add(state);
                else
                    open[left++] = state;
            }

            open.RemoveRange(left, open.Count - left);
        }

        return reaching;
    }

    private int Walk(
        IEnumerable<int> starts, Filter filter, Func<ModelState, bool>? isGoal, int mostStates, IProgress<ExplorationProgress>? progress, CancellationToken cancellationToken)
    {
        foreach (var start in starts)
            Find(start, -1);
        Span<int> targets = stackalloc int[Move.Most];
        Span<int> moves = stackalloc int[Move.Most];
        var levelEnd = order.Count;
        for (var position = 0; position < order.Count; position++)
        {
            if (position == levelEnd)
            {
                Depth++;
                levelEnd = order.Count;
            }

            if ((position & 0xFFFF) == 0)
            {
                if (order.Count > mostStates || cancellationToken.IsCancellationRequested)
                    return -1;
                progress?.Report(new ExplorationProgress(order.Count, Edges));
            }

            var place = Product.PlaceOf(order[position]);
            if (isGoal is not null && isGoal(place))
                return position;
            Note(place, position);
            var count = Product.Expand(order[position], filter, targets, moves);
            Edges += count;
            for (var i = 0; i < count; i++)
                Find(targets[i], position);
        }

        IsComplete = Product.Table.IsComplete;
        return -1;
    }

    private void Note(ModelState place, int position)
    {
        Reached[place.Shape] = true;
        Attempted[place.Shape] |= Product.AllowedIn(place);
        ref var stood = ref stands[(((place.Class * Product.Site.Pages.Length) + place.Page) * Condition.Cases) + Product.CaseOf(place)];
        if (!stood)
            Representatives.Add(position);
        stood = true;
    }

    private void Find(int state, int parent)
    {
        if (!found.Add(state))
            return;
        order.Add(state);
        parents.Add(parent);
    }
}
