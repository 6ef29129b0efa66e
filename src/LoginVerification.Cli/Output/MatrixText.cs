using LoginVerification.Exploration;
using Spectre.Console;

namespace LoginVerification.Cli;

/// <summary>Tells a matrix to people: a row for each group of countries that fare alike, a column for each surface.</summary>
internal sealed class MatrixText(IAnsiConsole console)
{
    private const string Gap = "  ";

    public void Tell(MatrixRequest request, IReadOnlyList<PolicyRoute> cells)
    {
        Line($"Policy \"{request.Policy.Name}\", from each surface to VerificationEnabled {Words.Of(request.Links)}, with the first refusal on it");
        console.WriteLine();
        var rows = MatrixRows.Of(cells);
        var names = rows.Max(row => row.Name.Length);
        IReadOnlyList<string> surfaces = [.. request.Policy.Document.Surfaces.Select(surface => surface.Name)];
        IReadOnlyList<int> widths = [.. surfaces.Index().Select(surface => rows.Select(row => MatrixRows.Outcome(row.Cells[surface.Index]).Length).Append(surface.Item.Length).Max())];

        Line(string.Join(Gap, surfaces.Zip(widths, (surface, width) => surface.PadRight(width)).Prepend(Gap + new string(' ', names))).TrimEnd());
        foreach (var row in rows)
        {
            Write($"{Gap}{row.Name.PadRight(names)}", Ink.Plain);
            foreach (var (cell, width) in row.Cells.Zip(widths))
                Write($"{Gap}{MatrixRows.Outcome(cell).PadRight(width)}", !cell.IsReachable ? Ink.Bad : cell.Refusal is null ? Ink.Good : Ink.Hint);
            console.WriteLine();
        }
    }

    private void Write(string text, Style ink) => console.Write(Shown.Plain(text), ink);

    private void Line(string text) => console.WriteLine(Shown.Plain(text));
}
