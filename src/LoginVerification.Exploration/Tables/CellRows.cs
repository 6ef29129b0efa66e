namespace LoginVerification.Exploration;

/// <summary>The cells of a table by shape. They grow block by block, so that nothing is ever copied.</summary>
internal sealed class CellRows(int columns)
{
    private const int RowsInBlock = 256;

    private readonly List<Cell[]> blocks = [];

    /// <summary>The cells of a shape; all of them empty, until somebody fills them.</summary>
    public Span<Cell> this[ShapeId shape] => blocks[shape.Index / RowsInBlock].AsSpan(shape.Index % RowsInBlock * columns, columns);

    /// <summary>Makes room for so many shapes.</summary>
    public void Grow(int shapes)
    {
        while (blocks.Count * RowsInBlock < shapes)
            blocks.Add(new Cell[RowsInBlock * columns]);
    }
}
