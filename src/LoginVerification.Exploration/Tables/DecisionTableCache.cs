namespace LoginVerification.Exploration;

/// <summary>
/// The newest decision tables. A table depends on limits and modes alone, not on screens and rules, so that the variants of a policy
/// share one. Thread-safe.
/// </summary>
internal static class DecisionTableCache
{
    private const int Room = 4;

    /// <summary>Larger tables take hundreds of megabytes.</summary>
    private const int MostShapes = 100_000;

    private static readonly Lock Door = new();
    private static readonly List<(string Key, DecisionTable Table)> Newest = [];

    public static DecisionTable TableOf(PolicyDocument document, int numbers, int mostShapes, CancellationToken cancellationToken)
    {
        var key = $"{numbers} {PolicyFile.Write(Laboratory.Of(document).Document with { Name = "shelf", Description = "" })}";
        lock (Door)
        {
            if (Newest.Find(known => known.Key == key).Table is { } known)
                return known;
        }

        var table = TableBuilder.Build(document, Columns.For(document, numbers), LifecycleProperty.Known, mostShapes, cancellationToken);
        if (!table.IsComplete || table.Shapes.Length > MostShapes)
            return table;
        lock (Door)
        {
            Newest.Add((key, table));
            if (Newest.Count > Room)
                Newest.RemoveAt(0);
        }

        return table;
    }
}
