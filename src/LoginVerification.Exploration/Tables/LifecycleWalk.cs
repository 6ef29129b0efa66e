namespace LoginVerification.Exploration;

/// <summary>Finds every shape of one number, breadth first, in the order in which a <see cref="TableBuilder"/> finds them. Of each kind one is asked, many side by side.</summary>
internal sealed class LifecycleWalk
{
    /// <summary>How many shapes are entered before progress is told and somebody may stop it.</summary>
    private const int Batch = 512;

    private readonly ShapeSpace space;
    private readonly AlikeCounts counts;
    private readonly Questions questions;
    private readonly Input[] inputs;
    private readonly TableObservers observers;
    private readonly Dictionary<Shape, ShapeKind> kinds = [];
    private readonly HashSet<Shape> known = [];
    private readonly List<Shape> shapes = [];
    private readonly List<(int, int)> origins = [];
    private readonly List<ShapeKind> kindOf = [];
    private long edges;

    private LifecycleWalk(EnrolmentLimits limits, Input[] inputs, TableObservers observers)
    {
        space = new ShapeSpace(limits);
        counts = new AlikeCounts(limits);
        questions = new Questions(space, inputs, observers);
        this.inputs = inputs;
        this.observers = observers;
    }

    /// <summary>Walks the lifecycle of a policy's limits.</summary>
    /// <param name="limits">The limits.</param>
    /// <param name="inputs">The columns, of one number.</param>
    /// <param name="observers">What looks at each answer.</param>
    /// <param name="mostShapes">Where to stop.</param>
    /// <param name="progress">Hears how many shapes were found.</param>
    /// <param name="cancellationToken">Stops it; what is known by then is a graph that is not complete.</param>
    public static LifecycleGraph Explore(
        EnrolmentLimits limits, Input[] inputs, TableObservers observers, int mostShapes, IProgress<ExplorationProgress>? progress, CancellationToken cancellationToken)
    {
        var walk = new LifecycleWalk(limits, inputs, observers);
        walk.Run(mostShapes, progress, cancellationToken);
        return new LifecycleGraph(walk.questions, inputs, observers, [.. walk.shapes], [.. walk.origins], [.. walk.kindOf], walk.edges);
    }

    private void Run(int mostShapes, IProgress<ExplorationProgress>? progress, CancellationToken cancellationToken)
    {
        Find(default, default, default);
        while (kindOf.Count < shapes.Count && !cancellationToken.IsCancellationRequested)
        {
            var first = kindOf.Count;
            var count = Math.Min(Batch, shapes.Count - first);
            progress?.Report(new ExplorationProgress { Shapes = shapes.Count });
            AskNewKinds(shapes.GetRange(first, count));
            for (var shape = first; shape < first + count; shape++)
            {
                if (shapes.Count > mostShapes)
                    return;
                Enter(shape);
            }
        }
    }

    private void AskNewKinds(List<Shape> batch)
    {
        var asked = batch.DistinctBy(shape => counts.KindOf(shape)).Where(shape => !kinds.ContainsKey(counts.KindOf(shape))).ToArray();
        foreach (var kind in SideBySide.Select(asked, shape => ShapeKind.Of(shape, questions, inputs)))
            kinds.Add(counts.KindOf(kind.Asked), kind);
    }

    private void Enter(int from)
    {
        var shape = shapes[from];
        var kind = kinds[counts.KindOf(shape)];
        kindOf.Add(kind);
        edges += kind.Edges.Count;
        foreach (var step in kind.Steps)
        {
            if (step.Passing is not { } passing)
            {
                Find(AlikeCounts.After(shape, kind.Asked, step.Next), from, step.Column);
            }
            else if (space.After(shape, passing) is { } later)
            {
                edges++;
                Find(later, from, step.Column);
            }
        }
    }

    private void Find(in Shape shape, int from, int column)
    {
        if (!known.Add(shape))
            return;
        shapes.Add(shape);
        origins.Add((from, column));
    }
}
