namespace LoginVerification.Exploration;

/// <summary>Names a shape by its place in a <see cref="DecisionTable"/>: a row of it.</summary>
internal readonly record struct ShapeId(int Index)
{
    /// <summary>An account that never did anything: the shape that every table begins with.</summary>
    public static ShapeId Initial => default;
}

/// <summary>Names an input by its place in a <see cref="DecisionTable"/>: a column of it.</summary>
internal readonly record struct ColumnId(int Index);
