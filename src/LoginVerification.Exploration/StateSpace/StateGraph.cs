using System.Runtime.InteropServices;

namespace LoginVerification.Exploration;

/// <summary>
/// The state space: every state that can be reached, in the order of a breadth-first search, with the state it was found from. Going back from
/// there gives a shortest path. Deterministic.
/// </summary>
internal sealed class StateGraph
{
    /// <summary>After how many states the limit and the cancellation are looked at, and progress is reported.</summary>
    private const int Stride = 0x10000;

    private readonly List<StateId> order = [];
    private readonly List<Position> parents = [];
    private readonly StateSet found;
    private readonly bool[,,] isRepresented;
    private readonly MoveSet[] attempted;
    private readonly bool[] reached;
    private readonly Filter filter;

    private StateGraph(PolicyModel model, in Filter filter)
    {
        Model = model;
        this.filter = filter;
        found = new StateSet(model.Codec.Size);
        attempted = new MoveSet[model.Table.Shapes.Length];
        reached = new bool[model.Table.Shapes.Length];
        isRepresented = new bool[model.Classes.Count, model.Screens.Screens.Count, ConditionCase.Count];
    }

    public PolicyModel Model { get; }

    public int Count => order.Count;

    /// <summary>Every state, in the order in which they were found.</summary>
    public IReadOnlyList<StateId> States => order;

    public IEnumerable<Position> Positions => Enumerable.Range(0, order.Count).Select(index => new Position(index));

    public StateId this[Position position] => order[position.Index];

    public long Edges { get; private set; }

    /// <summary>How many moves the farthest state is away from the nearest start.</summary>
    public int Depth { get; private set; }

    public bool IsComplete { get; private set; }

    /// <summary>The first state of each class, screen and case of its conditions.</summary>
    public List<Position> Representatives { get; } = [];

    /// <summary>Walks everywhere.</summary>
    public static StateGraph Explore(PolicyModel model, int mostStates, IProgress<ExplorationProgress>? progress, CancellationToken cancellationToken)
    {
        var graph = new StateGraph(model, Filter.Everything);
        graph.Walk(model.Starts(), null, mostStates, progress, cancellationToken);
        return graph;
    }

    /// <summary>Walks from some states by some of the moves.</summary>
    public static StateGraph From(PolicyModel model, IEnumerable<StateId> starts, in Filter filter, CancellationToken cancellationToken)
    {
        var graph = new StateGraph(model, filter);
        graph.Walk(starts, null, int.MaxValue, null, cancellationToken);
        return graph;
    }

    /// <summary>Whether some state that meets a goal can be reached from one state by some of the moves.</summary>
    public static bool CanReach(PolicyModel model, StateId start, Filter filter, Func<ModelState, bool> isGoal) =>
        new StateGraph(model, filter).Walk([start], isGoal, int.MaxValue, null, CancellationToken.None);

    /// <summary>Whether some state has the shape.</summary>
    public bool Reaches(ShapeId shape) => reached[shape.Index];

    /// <summary>The inputs that are put to a shape in some state, accepted or not.</summary>
    public MoveSet AttemptedIn(ShapeId shape) => attempted[shape.Index];

    /// <summary>The first state in order that passes a test, or null.</summary>
    public Position? Find(Func<StateId, bool> test) => order.FindIndex(state => test(state)) is >= 0 and var index ? new Position(index) : null;

    /// <summary>The shortest path from a start to a state, the start first.</summary>
    public IReadOnlyList<Position> PathTo(Position position)
    {
        var path = new List<Position> { position };
        for (var at = position; parents[at.Index] != at; at = parents[at.Index])
            path.Add(parents[at.Index]);
        path.Reverse();
        return path;
    }

    /// <summary>The move that leads from one state to the next one, the first in order.</summary>
    public Move MoveBetween(StateId from, StateId to) => Model.MoveBetween(from, to, filter);

    /// <summary>
    /// The states from which a goal can be reached, by the moves of a filter: EF in CTL, the least fixed point, from behind. Those that are known
    /// to already are passed on.
    /// </summary>
    public StateSet Reaching(Func<ModelState, bool> isGoal, Filter filter, StateSet? known, CancellationToken cancellationToken)
    {
        var reaching = known is null ? new StateSet(Model.Codec.Size) : new StateSet(known);
        var open = new List<StateId>();
        // Backward through the order, because what is found late is mostly near what is found later still.
        for (var position = order.Count - 1; position >= 0; position--)
        {
            var state = order[position];
            if (isGoal(Model.Codec.Unpack(state)))
                reaching.Add(state);
            else if (!reaching.Contains(state))
                open.Add(state);
        }

        for (var before = open.Count + 1; open.Count < before;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            before = open.Count;
            var left = 0;
            foreach (var state in CollectionsMarshal.AsSpan(open))
            {
                if (LeadsInto(reaching, state, filter))
                    reaching.Add(state);
                else
                    open[left++] = state;
            }

            open.RemoveRange(left, open.Count - left);
        }

        return reaching;
    }

    private bool LeadsInto(StateSet states, StateId state, in Filter filter)
    {
        foreach (var (_, to) in Model.Successors(state, filter))
        {
            if (states.Contains(to))
                return true;
        }

        return false;
    }

    /// <summary>Walks from the starts, until a goal is met; and says whether one was.</summary>
    private bool Walk(
        IEnumerable<StateId> starts, Func<ModelState, bool>? isGoal, int mostStates, IProgress<ExplorationProgress>? progress, CancellationToken cancellationToken)
    {
        foreach (var start in starts)
            Add(start, new Position(order.Count));
        var levelEnd = order.Count;
        for (var position = 0; position < order.Count; position++)
        {
            if (position == levelEnd)
            {
                Depth++;
                levelEnd = order.Count;
            }

            if (position % Stride == 0)
            {
                if (order.Count > mostStates || cancellationToken.IsCancellationRequested)
                    return false;
                progress?.Report(new ExplorationProgress(order.Count, Edges));
            }

            var state = Model.Codec.Unpack(order[position]);
            if (isGoal is not null && isGoal(state))
                return true;
            Note(state, new Position(position));
            Edges += Expand(new Position(position), state);
        }

        IsComplete = Model.Table.IsComplete;
        return false;
    }

    /// <summary>Adds the states after a state, and says how many edges lead there.</summary>
    private int Expand(Position position, in ModelState state)
    {
        var edges = 0;
        foreach (var (_, to) in new Successors(Model, this[position], state, filter))
        {
            edges++;
            Add(to, position);
        }

        return edges;
    }

    private void Note(in ModelState state, Position position)
    {
        var at = Model.CaseOf(state);
        reached[state.Shape.Index] = true;
        attempted[state.Shape.Index] |= Model.Guards.AttemptedIn(state, at);
        ref var isKnown = ref isRepresented[state.Class.Index, state.Screen.Index, at.Index];
        if (!isKnown)
            Representatives.Add(position);
        isKnown = true;
    }

    /// <summary>Adds a state that is new; a start is its own parent.</summary>
    private void Add(StateId state, Position parent)
    {
        if (!found.Add(state))
            return;
        order.Add(state);
        parents.Add(parent);
    }
}
