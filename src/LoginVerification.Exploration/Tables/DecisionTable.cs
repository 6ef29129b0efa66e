namespace LoginVerification.Exploration;

/// <summary>
/// The transition relation of the lifecycle, tabulated: what each input does to each shape that can arise, asked of the deciders that run in
/// production, once a cell. Immutable and thread-safe.
/// </summary>
internal sealed class DecisionTable
{
    private readonly CellRows cells;
    private readonly PackedObservations[] observations;
    private readonly Lazy<bool[]> usableWithoutDevice;
    private readonly Lazy<bool[]> usableWithDevice;

    public DecisionTable(
        ShapeSpace space, TableObservers observers, Input[] inputs, Shape[] shapes, PackedObservations[] observations, CellRows cells, bool isComplete)
    {
        Space = space;
        Observers = observers;
        Inputs = inputs;
        Shapes = shapes;
        this.observations = observations;
        this.cells = cells;
        IsComplete = isComplete;
        usableWithoutDevice = new(() => UsableChannels(device: false));
        usableWithDevice = new(() => UsableChannels(device: true));
    }

    public ShapeSpace Space { get; }

    /// <summary>Who looked while it was filled.</summary>
    public TableObservers Observers { get; }

    /// <summary>Every shape that can arise, in the order in which they were found: breadth first.</summary>
    public Shape[] Shapes { get; }

    /// <summary>The columns.</summary>
    public Input[] Inputs { get; }

    /// <summary>Whether every cell was asked; not, where somebody stopped it or there were too many shapes.</summary>
    public bool IsComplete { get; }

    public IEnumerable<ShapeId> ShapeIds => Enumerable.Range(0, Shapes.Length).Select(index => new ShapeId(index));

    public IEnumerable<ColumnId> Columns => Enumerable.Range(0, Inputs.Length).Select(index => new ColumnId(index));

    public ref readonly Shape this[ShapeId shape] => ref Shapes[shape.Index];

    public Input this[ColumnId column] => Inputs[column.Index];

    public ref readonly Cell this[ShapeId shape, ColumnId column] => ref cells[shape][column.Index];

    /// <summary>The cells of a shape, by column.</summary>
    public ReadOnlySpan<Cell> RowOf(ShapeId shape) => cells[shape];

    /// <summary>What the observers see in a shape.</summary>
    public PackedObservations ObservationsIn(ShapeId shape) => observations[shape.Index];

    /// <summary>An enrolment of the shape.</summary>
    public Enrolment ExampleOf(ShapeId shape) => Space.Example(this[shape], SampleNumbers.All);

    /// <summary>Whether the channel that protects in a shape can reach the owner, with a device or without.</summary>
    public bool IsUsable(ShapeId shape, bool device) => (device ? usableWithDevice : usableWithoutDevice).Value[shape.Index];

    private bool[] UsableChannels(bool device) =>
        [.. ShapeIds.Select(shape => this[shape].Active is { } active && ChannelUse.Check(ExampleOf(shape), active, device, senderIsLive: false) is null)];
}
