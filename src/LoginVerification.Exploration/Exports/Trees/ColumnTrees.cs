namespace LoginVerification.Exploration;

/// <summary>Turns columns of the decision table into trees: one that says when something happens, one that says what changes then.</summary>
internal sealed class ColumnTrees
{
    /// <summary>A single shape shows most by what it has in common with others.</summary>
    private static readonly ChangeKind[] MostSpecificFirst = [ChangeKind.Keep, ChangeKind.CopyTwin, ChangeKind.Increase, ChangeKind.Decrease, ChangeKind.Set];

    /// <summary>A reader prefers constants.</summary>
    private static readonly ChangeKind[] Readable = [ChangeKind.Keep, ChangeKind.Set, ChangeKind.CopyTwin, ChangeKind.Increase, ChangeKind.Decrease];

    private readonly DecisionTable table;
    private readonly int[][] values;
    private readonly CancellationToken cancellationToken;

    public ColumnTrees(DecisionTable table, CancellationToken cancellationToken)
    {
        this.table = table;
        this.cancellationToken = cancellationToken;
        Parts = Components.Of(table.Shapes);
        values = [.. table.Shapes.Select(shape => Parts.Select(part => part.Read(shape)).ToArray())];
    }

    /// <summary>What a shape consists of.</summary>
    public IReadOnlyList<Component> Parts { get; }

    /// <summary>In which shapes something happens by an input.</summary>
    public Tree<bool> Acceptance(ColumnId column) => Asked([.. Enumerable.Range(0, values.Length)], shape => At(shape, column).IsStep);

    /// <summary>In which of the shapes in which something happens by an input the code is sent that was sent before.</summary>
    public Tree<bool> SameCode(ColumnId column) =>
        Asked([.. Enumerable.Range(0, values.Length).Where(shape => At(shape, column).IsStep)], shape => At(shape, column).SendsSameCode);

    private Tree<bool> Asked(int[] shapes, Func<int, bool> holds)
    {
        int[] labels = [.. Enumerable.Range(0, values.Length).Select(shape => holds(shape) ? 1 : 0)];
        return new TreeLearner<bool>(Parts, values, labels, Answer, cancellationToken).Learn(shapes);

        Leaf<bool>? Answer(int[] shapes) => Array.TrueForAll(shapes, shape => labels[shape] == labels[shapes[0]]) ? new Leaf<bool>(labels[shapes[0]] == 1) : null;
    }

    /// <summary>What an input changes in a shape in which something happens by it. It says nothing of other shapes.</summary>
    public Tree<IReadOnlyList<Change>> Effect(ColumnId column)
    {
        var labels = new int[values.Length];
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] accepting = [.. Enumerable.Range(0, values.Length).Where(shape => At(shape, column).IsStep)];
        foreach (var shape in accepting)
        {
            var signature = string.Join(' ', ChangesOf([shape], column, MostSpecificFirst)!.Select(change => $"{change.Component} {change.Kind} {change.Value}"));
            labels[shape] = numbers.TryGetValue(signature, out var number) ? number : numbers[signature] = numbers.Count;
        }

        return new TreeLearner<IReadOnlyList<Change>>(Parts, values, labels, Answer, cancellationToken).Learn(accepting);

        Leaf<IReadOnlyList<Change>>? Answer(int[] shapes) => ChangesOf(shapes, column, Readable) is { } changes ? new Leaf<IReadOnlyList<Change>>(changes) : null;
    }

    /// <summary>The changes that are right for all the shapes, without what stays; null where there are none such.</summary>
    private List<Change>? ChangesOf(int[] shapes, ColumnId column, ChangeKind[] preferred)
    {
        var changes = new List<Change>();
        for (var part = 0; part < Parts.Count; part++)
        {
            var value = After(shapes[0], column)[part];
            Change[] possible = [.. preferred.Select(kind => new Change(part, kind, kind is ChangeKind.Set ? value : 0))];
            var right = Array.FindIndex(possible, change => Array.TrueForAll(shapes, shape => IsRight(change, values[shape], After(shape, column))));
            if (right < 0)
                return null;
            if (possible[right].Kind is not ChangeKind.Keep)
                changes.Add(possible[right]);
        }

        return changes;
    }

    private Cell At(int shape, ColumnId column) => table[new ShapeId(shape), column];

    private int[] After(int shape, ColumnId column) => values[At(shape, column).Next!.Value.Index];

    private bool IsRight(Change change, int[] before, int[] after) => after[change.Component] == change.Kind switch
    {
        ChangeKind.Keep => before[change.Component],
        ChangeKind.CopyTwin => Parts[change.Component].Twin is { } twin ? before[twin] : -1,
        ChangeKind.Increase => Parts[change.Component] is { IsFlag: false, Values: null } ? before[change.Component] + 1 : -1,
        ChangeKind.Decrease => Parts[change.Component] is { IsFlag: false, Values: null } ? before[change.Component] - 1 : -1,
        _ => change.Value,
    };
}
