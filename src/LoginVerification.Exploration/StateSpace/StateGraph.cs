namespace LoginVerification.Exploration;

/// <summary>
/// The state space: every state that can be reached, in the order of a breadth-first search over all classes, with the state it was found from.
/// Going back from there gives a shortest path. Deterministic.
/// </summary>
internal sealed class StateGraph
{
    private readonly Filter filter;
    private readonly ClassWalk[] walks;
    private readonly StateOrder order;
    private readonly Lazy<IReadOnlyDictionary<ClassWalk, Findings>> findings;

    private StateGraph(PolicyModel model, ClassWalk[] walks, in Filter filter, bool isComplete)
    {
        Model = model;
        this.walks = walks;
        this.filter = filter;
        IsComplete = isComplete && model.Table.IsComplete;
        // What was ended early has an open level.
        if (Array.Exists(walks, walk => walk.StartOf(walk.Levels) < walk.Count))
            Array.ForEach(walks, walk => walk.CloseLevel());
        order = new StateOrder(model.Codec, walks);
        findings = new Lazy<IReadOnlyDictionary<ClassWalk, Findings>>(() => walks.Zip(SideBySide.Select(walks, walk => Findings.Of(model, walk))).ToDictionary());
    }

    public PolicyModel Model { get; }

    public int Count => order.Count;

    /// <summary>Every state, in the order in which they were found.</summary>
    public IEnumerable<StateId> States => order.All().Select(located => located.State);

    public IEnumerable<Position> Positions => Enumerable.Range(0, order.Count).Select(index => new Position(index));

    public StateId this[Position position] => order[position];

    public long Edges => walks.Sum(walk => walk.Edges * walk.Classes.Count);

    /// <summary>How many moves the farthest state is away from the nearest start.</summary>
    public int Depth => order.Levels - 1;

    public bool IsComplete { get; }

    /// <summary>The first state of each class, screen and case of its conditions, in order.</summary>
    public IReadOnlyList<Position> Representatives => field ??= [.. EachOnce(walk => findings.Value[walk].Representatives).Select(one => one.Position)];

    /// <summary>Walks everywhere.</summary>
    public static StateGraph Explore(PolicyModel model, int mostStates, IProgress<ExplorationProgress>? progress, CancellationToken cancellationToken)
    {
        var starts = model.Starts().ToLookup(model.Codec.ClassOf);
        ClassWalk[] walks = [.. model.AlikeClasses.Select(alike => new ClassWalk(model, alike, starts[alike[0]], Filter.Everything))];
        var isComplete = new Walking(walks, mostStates, progress).Run(cancellationToken);
        return new StateGraph(model, walks, Filter.Everything, isComplete);
    }

    /// <summary>Walks from some states by some of the moves.</summary>
    public static StateGraph From(PolicyModel model, IEnumerable<StateId> starts, Filter filter, CancellationToken cancellationToken)
    {
        ClassWalk[] walks = [.. starts.GroupBy(model.Codec.ClassOf).Select(own => new ClassWalk(model, [own.Key], own, filter))];
        var isComplete = new Walking(walks, long.MaxValue, null).Run(cancellationToken);
        return new StateGraph(model, walks, filter, isComplete);
    }

    /// <summary>Whether some state that meets a goal can be reached from one state by some of the moves.</summary>
    public static bool CanReach(PolicyModel model, StateId start, Filter filter, Func<ModelState, bool> isGoal)
    {
        var known = new StateBits(model.Codec.SizeOfClass);
        var open = new Stack<StateId>();
        for (StateId? at = start; at is { } state; at = open.TryPop(out var next) ? next : null)
        {
            if (isGoal(model.Codec.Unpack(state)))
                return true;
            foreach (var (_, to) in model.Successors(state, filter))
            {
                if (known.Add(model.Codec.WithinClass(to, model.Codec.ClassOf(to))))
                    open.Push(to);
            }
        }

        return false;
    }

    /// <summary>Whether some state has the shape.</summary>
    public bool Reaches(ShapeId shape) => findings.Value.Values.Any(found => found.Reaches(shape));

    /// <summary>The inputs that are put to a shape in some state, accepted or not.</summary>
    public MoveSet AttemptedIn(ShapeId shape) => findings.Value.Values.Aggregate(default(MoveSet), (all, found) => all | found.AttemptedIn(shape));

    /// <summary>
    /// Looks once at the states of classes that are alike, and tells what was found for each of them, in order. What is looked for must not depend on
    /// which of them it is.
    /// </summary>
    /// <param name="look">Looks at a walk, and gives what it finds in the order of places; pure, for walks are looked at side by side.</param>
    public IEnumerable<(Position Position, ClassId Class, T Found)> EachOnce<T>(Func<ClassWalk, IReadOnlyList<(int Place, T Found)>> look)
    {
        var found = walks.Zip(SideBySide.Select(walks, look)).ToDictionary();
        return order.InOrder(walk => found[walk]);
    }

    /// <summary>The first state in order that passes a test, or null.</summary>
    public Position? Find(Func<StateId, bool> test)
    {
        foreach (var (position, state) in order.All())
        {
            if (test(state))
                return position;
        }

        return null;
    }

    /// <summary>The shortest path from a start to a state, the start first.</summary>
    public IReadOnlyList<Position> PathTo(Position position)
    {
        var (number, walk, place) = order.PlaceOf(position);
        var path = new List<Position> { position };
        for (; walk.ParentOf(place) != place; place = walk.ParentOf(place))
            path.Add(order.PositionOf(number, walk.ParentOf(place)));
        path.Reverse();
        return path;
    }

    /// <summary>The move that leads from one state to the next one, the first in order.</summary>
    public Move MoveBetween(StateId from, StateId to) => Model.MoveBetween(from, to, filter);

    /// <summary>The states from which a goal can be reached, by the moves of a filter: EF in CTL.</summary>
    /// <param name="isGoal">The goal; pure.</param>
    /// <param name="filter">The moves.</param>
    /// <param name="tellsClasses">Whether the goal depends on the class of the numbers. If not, classes that are alike are asked once.</param>
    /// <param name="known">States of which that is known already.</param>
    /// <param name="cancellationToken">Ends it with an exception.</param>
    public StateSet Reaching(Func<ModelState, bool> isGoal, Filter filter, bool tellsClasses, StateSet? known, CancellationToken cancellationToken)
    {
        var found = new StateBits[Model.Classes.Count];
        foreach (var walk in walks)
        {
            foreach (var number in walk.Classes)
            {
                found[number.Index] = tellsClasses || number == walk.Class
                    ? new Backward(Model, walk, number, filter).Find(isGoal, known?.Of(number), cancellationToken)
                    : found[walk.Class.Index];
            }
        }

        return new StateSet(Model.Codec, found);
    }

    /// <summary>How many states of classes that pass a test are in a set, and not in another one.</summary>
    public long CountOf(StateSet set, StateSet without, Func<ClassId, bool> isCounted) =>
        walks.Sum(walk => set.Of(walk.Class).CountWithout(without.Of(walk.Class)) * walk.Classes.Count(isCounted));
}
