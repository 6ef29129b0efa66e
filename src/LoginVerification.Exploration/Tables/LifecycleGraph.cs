namespace LoginVerification.Exploration;

/// <summary>
/// The lifecycle of one number as a graph: every shape that can arise, breadth first. It holds what a <see cref="DecisionTable"/> holds without its
/// cells: production bounds make millions of them, and most say the same of shapes that only counts tell apart. Immutable and thread-safe.
/// </summary>
internal sealed class LifecycleGraph
{
    private readonly Questions questions;
    private readonly Shape[] shapes;
    private readonly (int Shape, int Column)[] origins;
    private readonly ShapeKind[] kindOf;
    private readonly IReadOnlyList<ShapeKind> kinds;

    /// <param name="questions">Who is asked.</param>
    /// <param name="inputs">The columns.</param>
    /// <param name="observers">Who looks.</param>
    /// <param name="shapes">Every shape that was found.</param>
    /// <param name="origins">From which shape and by which column each was found first.</param>
    /// <param name="kindOf">The kind of each that was looked at: of fewer, where it was ended early.</param>
    /// <param name="edges">How many edges there are.</param>
    public LifecycleGraph(Questions questions, Input[] inputs, TableObservers observers, Shape[] shapes, (int Shape, int Column)[] origins, ShapeKind[] kindOf, long edges)
    {
        this.questions = questions;
        this.shapes = shapes;
        this.origins = origins;
        this.kindOf = kindOf;
        kinds = [.. kindOf.Distinct()];
        Inputs = inputs;
        Observers = observers;
        Edges = edges;
    }

    public Input[] Inputs { get; }

    public TableObservers Observers { get; }

    public ReadOnlySpan<Shape> Shapes => shapes;

    public int Count => shapes.Length;

    public long Edges { get; }

    public bool IsComplete => kindOf.Length == shapes.Length;

    /// <summary>All that any observer saw.</summary>
    public PackedObservations Seen => kinds.Aggregate(default(PackedObservations), (all, kind) => all | kind.Seen);

    /// <summary>The moves between states of the lifecycle, each once, in a fixed order. Time alone makes none: what it ends is given up by a command.</summary>
    public IReadOnlyList<LifecycleMove> Moves() =>
    [
        .. kinds.SelectMany(kind => kind.Edges).Where(edge => edge.To != edge.From).Distinct().Order()
            .Select(edge => new LifecycleMove(edge.From, edge.To, Inputs[edge.Column].Actor, Inputs[edge.Column].Family)).Distinct(),
    ];

    /// <summary>The first shape in order of which something holds that is alike for all of a kind.</summary>
    public int? Find(Func<ShapeKind, bool> holds)
    {
        var found = kinds.Where(holds).ToHashSet();
        return Array.FindIndex(kindOf, found.Contains) is >= 0 and var shape ? shape : null;
    }

    /// <summary>What is answered to each input in a shape, and what is seen in the shape itself.</summary>
    public (PackedObservations Seen, Answer[] Answers) Ask(int shape)
    {
        var answers = new Answer[Inputs.Length];
        return (questions.Ask(shapes[shape], answers), answers);
    }

    /// <summary>The way from the first shape to another one.</summary>
    public IReadOnlyList<(int Shape, int Column)> PathTo(int shape)
    {
        var path = new List<(int, int)>();
        for (; shape != 0; shape = origins[shape].Shape)
            path.Add(origins[shape]);
        path.Reverse();
        return path;
    }
}
