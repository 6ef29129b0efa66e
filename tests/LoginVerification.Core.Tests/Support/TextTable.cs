namespace LoginVerification.Tests;

/// <summary>A table as it is written in a test: cells between bars, the first line and the first column are the headings.</summary>
internal sealed class TextTable
{
    private readonly Dictionary<(string Row, string Column), string> cells = [];

    private TextTable(IReadOnlyList<string> columns, IReadOnlyList<string> rows) => (Columns, Rows) = (columns, rows);

    public IReadOnlyList<string> Columns { get; }

    public IReadOnlyList<string> Rows { get; }

    public string this[string row, string column] => cells[(row, column)];

    public static TextTable Parse(string text)
    {
        string[][] lines = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries))];
        var table = new TextTable(lines[0][1..], [.. lines[1..].Select(line => line[0])]);
        foreach (var line in lines[1..])
        {
            Assert.True(line.Length == lines[0].Length, $"The row \"{line[0]}\" has {line.Length - 1} cells, the heading {lines[0].Length - 1}.");
            foreach (var (index, column) in table.Columns.Index())
                Assert.True(table.cells.TryAdd((line[0], column), line[index + 1]), $"The row \"{line[0]}\" is there twice.");
        }

        return table;
    }
}
