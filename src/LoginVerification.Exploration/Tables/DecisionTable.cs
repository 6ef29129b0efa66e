namespace LoginVerification.Exploration;

/// <summary>
/// The first phase: what each input does to each shape that can arise, asked of the deciders that run in production, once a cell,
/// and written down. Immutable and thread-safe.
/// </summary>
internal sealed class DecisionTable(ShapeSpace space, EnrolmentPolicy laboratory, Shape[] shapes, ulong[] sightings, int[] origins, Input[] inputs, Cell[] cells, bool isComplete)
{
    public ShapeSpace Space => space;

    /// <summary>The policy of the <see cref="Laboratory"/>.</summary>
    public EnrolmentPolicy Policy => laboratory;

    /// <summary>Every shape that can arise, in the order in which they were found; the first is an account that never did anything.</summary>
    public Shape[] Shapes => shapes;

    /// <summary>What the lifecycle's properties see in each shape.</summary>
    public ulong[] Observations => sightings;

    public Input[] Inputs => inputs;

    /// <summary>Whether every cell was asked; not, where somebody stopped it or there were too many shapes.</summary>
    public bool IsComplete => isComplete;

    /// <summary>From which shape, and by which input, a shape was found first; itself for the first.</summary>
    public (int Shape, int Input) OriginOf(int shape) => (origins[shape] / inputs.Length, origins[shape] % inputs.Length);

    public ref readonly Cell this[int shape, int input] => ref cells[(shape * inputs.Length) + input];

    public Enrolment ExampleOf(int shape) => space.Example(shapes[shape], Laboratory.Numbers);

    public long CountEdges() => cells.LongCount(cell => cell.Happens);
}
