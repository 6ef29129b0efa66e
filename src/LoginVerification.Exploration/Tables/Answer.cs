namespace LoginVerification.Exploration;

/// <summary>What comes of an input in a shape, before the shape after it has an id.</summary>
internal readonly record struct Answer(Shape? Next, ulong Events, PackedObservations Observations, RefusalCode? Refusal)
{
    /// <summary>The same as a table has it, with the id of the shape after it.</summary>
    public Cell ToCell(ShapeId? next) => new(next, Events, Observations, Refusal);
}
