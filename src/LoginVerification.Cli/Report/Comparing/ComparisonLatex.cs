using System.Text;

namespace LoginVerification.Cli;

/// <summary>A comparison as a table of a paper: LaTeX with the package booktabs, and T1 as the encoding of its font.</summary>
internal static class ComparisonLatex
{
    public static string Write(Comparison comparison, IReadOnlyList<PolicyFindings> policies)
    {
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append('\n');
        Line("% \\usepackage[T1]{fontenc} \\usepackage{booktabs}");
        foreach (var (name, one) in comparison.Policies.Zip(policies))
            Line($"% {Shown.Plain(name)}: {Provenance.Line(one.Explored.Screens.PolicyDigest)}, {ScaleInput.Write(one.Explored.Screens.Scale)}");
        Line("\\begin{table}");
        Line("  \\centering");
        Line("  \\caption{Policies of log-in verification, compared. Shares are of the countries that have phone numbers.}");
        Line("  \\label{tab:policies}");
        Line($"  \\begin{{tabular}}{{l{new string('l', policies.Count)}}}");
        Line("    \\toprule");
        Line(Row(["", .. comparison.Policies]));
        foreach (var part in comparison.Rows.GroupBy(row => row.Part))
        {
            Line("    \\midrule");
            foreach (var row in part)
                Line(Row([row.Name, .. row.Cells.Select(cell => cell?.Text ?? "--")]));
        }

        Line("    \\bottomrule");
        Line("  \\end{tabular}");
        Line("\\end{table}");
        return text.ToString();
    }

    /// <summary>A text that LaTeX takes for nothing but text.</summary>
    public static string Escaped(string text) => string.Concat(Shown.Plain(text).Select(letter => letter switch
    {
        '\\' => "\\textbackslash{}",
        '{' or '}' or '$' or '&' or '#' or '%' or '_' => $"\\{letter}",
        '^' => "\\textasciicircum{}",
        '~' => "\\textasciitilde{}",
        '<' => "\\textless{}",
        '>' => "\\textgreater{}",
        '|' => "\\textbar{}",
        '"' => "\\textquotedbl{}",
        _ => letter.ToString(),
    }));

    /// <summary>The empty group keeps what a cell begins with from being read as the option of the line break before it.</summary>
    private static string Row(IEnumerable<string> cells) => $"    {{}}{string.Join(" & ", cells.Select(Escaped))} \\\\";
}
