namespace LoginVerification.Docs.Tests;

/// <summary>A Markdown table.</summary>
internal sealed class Table(params string[] columns)
{
    private readonly List<string> lines = [Line(columns), Line(columns.Select(_ => "---"))];

    public Table Row(params string[] cells)
    {
        Assert.Equal(columns.Length, cells.Length);
        lines.Add(Line(cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))));
        return this;
    }

    public override string ToString() => string.Join('\n', lines);

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
