namespace LoginVerification.Exploration;

/// <summary>
/// Fills a decision table: finds the shapes breadth first, by putting every input to each. Many shapes are asked side by side, for deciders
/// are pure; what comes of it is entered in the order of shapes and inputs, so that the table is the same on any number of cores.
/// </summary>
internal sealed class TableBuilder
{
    /// <summary>How many shapes are asked side by side before what comes of them is entered.</summary>
    private const int Batch = 512;

    private readonly ShapeSpace space;
    private readonly Questions questions;
    private readonly Input[] inputs;
    private readonly TableObservers observers;
    private readonly Dictionary<Shape, ShapeId> ids = [];
    private readonly List<Shape> shapes = [];
    private readonly List<PackedObservations> observations = [];
    private readonly CellRows cells;
    private readonly Answer[] answers;
    private readonly PackedObservations[] seen = new PackedObservations[Batch];

    private TableBuilder(EnrolmentLimits limits, Input[] inputs, TableObservers observers)
    {
        space = new ShapeSpace(limits);
        questions = new Questions(space, inputs, observers);
        this.inputs = inputs;
        this.observers = observers;
        cells = new CellRows(inputs.Length);
        answers = new Answer[Batch * inputs.Length];
    }

    /// <summary>Builds the table of a policy's limits.</summary>
    /// <param name="limits">The limits, at their scale.</param>
    /// <param name="inputs">The columns.</param>
    /// <param name="observers">What looks at each cell while it is asked.</param>
    /// <param name="mostShapes">Where to stop.</param>
    /// <param name="cancellationToken">Stops it; what is known by then is a table that is not complete.</param>
    /// <param name="progress">Hears how many shapes were found.</param>
    /// <param name="found">Shapes that there are beside the one of a new account: of accounts that other limits left.</param>
    public static DecisionTable Build(
        EnrolmentLimits limits, Input[] inputs, TableObservers observers, int mostShapes, CancellationToken cancellationToken,
        IProgress<ExplorationProgress>? progress = null, IEnumerable<Shape>? found = null)
    {
        var builder = new TableBuilder(limits, inputs, observers);
        var isComplete = builder.Fill(found ?? [], mostShapes, progress, cancellationToken);
        return builder.Table(isComplete);
    }

    private bool Fill(IEnumerable<Shape> found, int mostShapes, IProgress<ExplorationProgress>? progress, CancellationToken cancellationToken)
    {
        IdOf(default);
        foreach (var shape in found)
            IdOf(shape);
        for (var asked = 0; asked < shapes.Count;)
        {
            var first = asked;
            var count = Math.Min(Batch, shapes.Count - first);
            if (cancellationToken.IsCancellationRequested)
                return false;
            progress?.Report(new ExplorationProgress { Shapes = shapes.Count });
            SideBySide.For(count, row => seen[row] = questions.Ask(shapes[first + row], AnswersOf(row)));
            for (; asked < first + count; asked++)
            {
                if (shapes.Count > mostShapes)
                    return false;
                Enter(new ShapeId(asked), asked - first);
            }
        }

        return true;
    }

    private Span<Answer> AnswersOf(int row) => answers.AsSpan(row * inputs.Length, inputs.Length);

    /// <summary>Enters what came of a shape, and numbers the shapes that are new.</summary>
    private void Enter(ShapeId shape, int row)
    {
        observations.Add(seen[row]);
        cells.Grow(shape.Index + 1);
        var entries = cells[shape];
        var came = AnswersOf(row);
        for (var column = 0; column < entries.Length; column++)
        {
            ref readonly var answer = ref came[column];
            ShapeId? next = answer.Next is { } found ? IdOf(found) : null;
            entries[column] = answer.ToCell(next) with { IsSameStep = questions.IsSameStep(came, column) };
        }
    }

    private ShapeId IdOf(in Shape shape)
    {
        if (ids.TryGetValue(shape, out var id))
            return id;
        id = new ShapeId(shapes.Count);
        ids.Add(shape, id);
        shapes.Add(shape);
        return id;
    }

    /// <summary>Shapes that were found and not yet asked stay, as ends of which nothing is known.</summary>
    private DecisionTable Table(bool isComplete)
    {
        while (observations.Count < shapes.Count)
            observations.Add(default);
        cells.Grow(shapes.Count);
        return new DecisionTable(space, observers, inputs, [.. shapes], [.. observations], cells, isComplete);
    }
}
