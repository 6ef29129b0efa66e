using System.Globalization;

namespace LoginVerification.Benchmarks.Stores.Scale;

/// <summary>What was measured with so many stored accounts: a column of each table.</summary>
internal sealed class Report(int accounts)
{
    private readonly List<(string Table, string Row, string Value)> cells = [];

    public void Add(string table, string row, string value) => cells.Add((table, row, value));

    /// <summary>The tables, each with a column a report. Rows stand in the order in which they were added.</summary>
    public static void Print(IReadOnlyList<Report> reports)
    {
        foreach (var table in reports.SelectMany(report => report.cells).Select(cell => cell.Table).Distinct())
        {
            Console.WriteLine($"\n### {table}\n");
            Console.WriteLine($"| stored accounts | {string.Join(" | ", reports.Select(report => report.Accounts.ToString("N0", CultureInfo.InvariantCulture)))} |");
            Console.WriteLine($"|---|{string.Concat(reports.Select(_ => "---|"))}");
            foreach (var row in reports.SelectMany(report => report.cells).Where(cell => cell.Table == table).Select(cell => cell.Row).Distinct())
                Console.WriteLine($"| {row} | {string.Join(" | ", reports.Select(report => report.cells.Find(cell => cell.Table == table && cell.Row == row).Value))} |");
        }
    }

    private int Accounts => accounts;
}
