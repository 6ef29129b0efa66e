using System.Text;

namespace LoginVerification.Cli;

/// <summary>Writes a graph in the language of Graphviz. Every text of a policy is quoted, and long ones are broken. Classes name colours and dashes, for a style sheet to give.</summary>
internal sealed class DotText
{
    private const int Width = 26;

    private readonly StringBuilder text = new("digraph {\n  graph [bgcolor=transparent, rankdir=LR, newrank=true, nodesep=0.35, ranksep=0.7];\n  node [shape=box, style=rounded, fontname=\"sans-serif\", fontsize=12];\n  edge [fontname=\"sans-serif\", fontsize=10];\n");

    public void Node(string id, string label, string @class) => text.Append("  ").Append(Quoted(id)).Append(" [label=").Append(Quoted(label)).Append($", class={@class}];\n");

    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="labels">What leads there, each on lines of its own.</param>
    /// <param name="class">Its class in a style sheet.</param>
    /// <param name="style">Its dash, where there is no style sheet.</param>
    public void Edge(string from, string to, IEnumerable<string> labels, string @class, string style) =>
        text.Append("  ").Append(Quoted(from)).Append(" -> ").Append(Quoted(to)).Append(" [label=").Append(Quoted([.. labels])).Append($", class={@class}, style={style}];\n");

    public override string ToString() => $"{text}}}\n";

    private static string Quoted(params IReadOnlyList<string> lines) => $"\"{string.Join("\\n", lines.SelectMany(Broken).Select(Escaped))}\"";

    /// <summary>Graphviz reads a backslash as an escape, and an ampersand as the beginning of an entity.</summary>
    private static string Escaped(string line) => Shown.Plain(line)
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("&", "&amp;", StringComparison.Ordinal);

    private static IEnumerable<string> Broken(string label)
    {
        var line = "";
        foreach (var word in label.Split(' '))
        {
            if (line.Length > 0 && line.Length + word.Length >= Width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line;
    }
}
