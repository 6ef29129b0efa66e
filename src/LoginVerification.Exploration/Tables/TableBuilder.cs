using System.Runtime.ExceptionServices;

namespace LoginVerification.Exploration;

/// <summary>
/// Fills a decision table: finds the shapes breadth first, by putting every input to each. Many shapes are asked side by side, for deciders
/// are pure; what comes of it is entered in the order of shapes and inputs, so that the table is the same on any number of cores.
/// </summary>
internal sealed class TableBuilder
{
    /// <summary>How many shapes are asked side by side before what comes of them is entered.</summary>
    private const int Batch = 512;

    private readonly EnrolmentLimits limits;
    private readonly ShapeSpace space;
    private readonly Input[] inputs;
    private readonly TableObservers observers;
    private readonly Dictionary<Shape, ShapeId> ids = [];
    private readonly List<Shape> shapes = [];
    private readonly List<PackedObservations> observations = [];
    private readonly List<(ShapeId, ColumnId)> origins = [];
    private readonly CellRows cells;
    private readonly int[] favourable;
    private readonly Answer[] answers;
    private readonly PackedObservations[] seen = new PackedObservations[Batch];

    private TableBuilder(EnrolmentLimits limits, Input[] inputs, TableObservers observers)
    {
        this.limits = limits;
        space = new ShapeSpace(limits);
        this.inputs = inputs;
        this.observers = observers;
        cells = new CellRows(inputs.Length);
        favourable = [.. inputs.Select(input => Array.FindIndex(inputs, other => other.Adverse is null && other.Family == input.Family && other.Number == input.Number))];
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
        IdOf(default, default, default);
        foreach (var shape in found)
            IdOf(shape, default, default);
        for (var asked = 0; asked < shapes.Count;)
        {
            var first = asked;
            var count = Math.Min(Batch, shapes.Count - first);
            if (cancellationToken.IsCancellationRequested)
                return false;
            progress?.Report(new ExplorationProgress { Shapes = shapes.Count });
            AskSideBySide(first, count);
            for (; asked < first + count; asked++)
            {
                if (shapes.Count > mostShapes)
                    return false;
                Enter(new ShapeId(asked), asked - first);
            }
        }

        return true;
    }

    private void AskSideBySide(int first, int count)
    {
        try
        {
            Parallel.For(0, count, row => Ask(shapes[first + row], row));
        }
        catch (AggregateException several)
        {
            // As if the shapes had been asked one by one.
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }

    /// <summary>Puts every input to a shape. Nothing that is shared changes.</summary>
    private void Ask(Shape shape, int row)
    {
        var example = space.Example(shape, SampleNumbers.All);
        seen[row] = observers.At(example, limits);
        for (var column = 0; column < inputs.Length; column++)
            answers[(row * inputs.Length) + column] = Ask(shape, example, inputs[column]);
    }

    private Answer Ask(in Shape shape, Enrolment example, Input input)
    {
        if (input.Passing is { } passing)
            return new Answer(space.After(shape, passing), default, default, null);
        // Of two numbers of which nothing is known it is enough to ask about one: they are alike.
        if (input.Number is Slot.Second && shape.IsNew(Slot.Second) && shape.IsNew(Slot.First))
            return default;
        var transition = Transition.Ask(example, input, limits);
        var events = 0UL;
        foreach (var happened in transition.Decision.Events)
            events |= Cell.Bit(happened.Trigger);
        return new Answer(
            transition.Happens ? space.Of(transition.After, SampleNumbers.All) : null,
            events,
            observers.On(transition),
            transition.Decision.Refusal?.Code);
    }

    /// <summary>Enters what came of a shape, and numbers the shapes that are new.</summary>
    private void Enter(ShapeId shape, int row)
    {
        observations.Add(seen[row]);
        cells.Grow(shape.Index + 1);
        var entries = cells[shape];
        for (var column = 0; column < entries.Length; column++)
        {
            ref readonly var answer = ref answers[(row * inputs.Length) + column];
            ShapeId? next = answer.Next is { } found ? IdOf(found, shape, new ColumnId(column)) : null;
            entries[column] = new Cell(next, answer.Events, answer.Observations, answer.Refusal) { IsSameStep = next is not null && inputs[column].Adverse is not null && IsAsFavourable(row, column) };
        }
    }

    /// <summary>Whether the same comes of an adverse input as of the favourable one.</summary>
    private bool IsAsFavourable(int row, int column)
    {
        ref readonly var answer = ref answers[(row * inputs.Length) + column];
        ref readonly var standIn = ref answers[(row * inputs.Length) + favourable[column]];
        return answer.Next == standIn.Next && answer.Events == standIn.Events;
    }

    private ShapeId IdOf(in Shape shape, ShapeId from, ColumnId by)
    {
        if (ids.TryGetValue(shape, out var id))
            return id;
        id = new ShapeId(shapes.Count);
        ids.Add(shape, id);
        shapes.Add(shape);
        origins.Add((from, by));
        return id;
    }

    /// <summary>Shapes that were found and not yet asked stay, as ends of which nothing is known.</summary>
    private DecisionTable Table(bool isComplete)
    {
        while (observations.Count < shapes.Count)
            observations.Add(default);
        cells.Grow(shapes.Count);
        return new DecisionTable(space, observers, inputs, [.. shapes], [.. observations], [.. origins], cells, isComplete);
    }

    /// <summary>What comes of an input in a shape, before the shape after it has an id.</summary>
    private readonly record struct Answer(Shape? Next, ulong Events, PackedObservations Observations, RefusalCode? Refusal);
}
