namespace LoginVerification.Exploration;

/// <summary>Fills a decision table: finds the shapes breadth first, by asking every input of each.</summary>
internal sealed class TableBuilder
{
    private readonly EnrolmentPolicy laboratory;
    private readonly ShapeSpace space;
    private readonly Input[] inputs;
    private readonly IReadOnlyList<LifecycleProperty> properties;
    private readonly Dictionary<Shape, int> indices = [];
    private readonly List<Shape> shapes = [];
    private readonly List<ulong> sightings = [];
    private readonly List<int> origins = [];
    private readonly List<Cell> cells = [];

    private TableBuilder(PolicyDocument document, Input[] inputs, IReadOnlyList<LifecycleProperty> properties)
    {
        laboratory = Laboratory.Of(document);
        space = new ShapeSpace(laboratory.Document);
        this.inputs = inputs;
        this.properties = properties;
    }

    /// <summary>Builds the table of a document's limits and modes.</summary>
    /// <param name="document">The policy, at its scale.</param>
    /// <param name="inputs">The columns.</param>
    /// <param name="properties">What looks at each cell while it is asked.</param>
    /// <param name="mostShapes">Where to stop.</param>
    /// <param name="cancellationToken">Stops it; what is known by then is a table that is not complete.</param>
    public static DecisionTable Build(
        PolicyDocument document, Input[] inputs, IReadOnlyList<LifecycleProperty> properties, int mostShapes, CancellationToken cancellationToken)
    {
        var builder = new TableBuilder(document, inputs, properties);
        var isComplete = builder.Explore(mostShapes, cancellationToken);
        return builder.Table(isComplete);
    }

    private bool Explore(int mostShapes, CancellationToken cancellationToken)
    {
        IndexOf(default);
        for (var i = 0; i < shapes.Count; i++)
        {
            if (shapes.Count > mostShapes || cancellationToken.IsCancellationRequested)
                return false;
            var example = space.Example(shapes[i], Laboratory.Numbers);
            sightings.Add(PackedObservations.Of(properties, property => property.At(example, laboratory.Document)));
            foreach (var input in inputs)
                cells.Add(Fill(shapes[i], example, input));
        }

        return true;
    }

    private Cell Fill(in Shape shape, Enrolment example, Input input)
    {
        if (input.Passing is { } passing)
            return space.After(shape, passing) is { } later ? new Cell(IndexOf(later), 0, 0, null) : Cell.Empty;
        if (input.Number is Slot.Second && shape.IsNew(Slot.Second) && shape.IsNew(Slot.First))
            return Cell.Empty;
        var asked = Transition.Ask(example, input, laboratory);
        var events = 0u;
        foreach (var happened in asked.Decision!.Events)
            events |= Cell.Bit(happened.Trigger);
        var seen = 0UL;
        for (var i = 0; i < properties.Count; i++)
            seen |= PackedObservations.Pack(i, asked.Happens ? properties[i].On(asked) : properties[i].OnRefusal(asked));
        return new Cell(events == 0 ? Cell.None : IndexOf(space.Of(asked.After, Laboratory.Numbers)), events, seen, asked.Decision.Refusal?.Code);
    }

    private int IndexOf(in Shape shape)
    {
        if (indices.TryGetValue(shape, out var index))
            return index;
        indices.Add(shape, shapes.Count);
        shapes.Add(shape);
        origins.Add(cells.Count);
        return shapes.Count - 1;
    }

    /// <summary>Shapes that were found and not yet asked stay, as ends of which nothing is known.</summary>
    private DecisionTable Table(bool isComplete)
    {
        while (sightings.Count < shapes.Count)
        {
            sightings.Add(0);
            cells.AddRange(Enumerable.Repeat(Cell.Empty, inputs.Length));
        }

        return new DecisionTable(space, laboratory, [.. shapes], [.. sightings], [.. origins], inputs, [.. cells], isComplete);
    }
}
