namespace LoginVerification.Exploration;

/// <summary>Draws a quotient for Graphviz: a box for each surface, dashed edges for links that a user does not see.</summary>
internal static class DotDrawing
{
    public static void Write(Quotient quotient, ExportTitle title, Lines lines)
    {
        var screens = quotient.Model.Screens;
        foreach (var line in title.Lines)
            lines.Write($"// {line}");
        lines.Write($"// {Quotient.Caution}");
        lines.Write("digraph policy {");
        lines.Write($"  label=\"{title.Lines[0]}\\n{Quotient.Caution}\";");
        lines.Write("  labelloc=t;");
        // Without it Graphviz fails on edges between boxes that go back and forth.
        lines.Write("  newrank=true;");
        lines.Write("  node [shape=box, style=rounded];");
        foreach (var surface in quotient.Nodes.GroupBy(node => screens[node.Screen].Surface))
        {
            lines.Write($"  subgraph \"cluster {surface.Key}\" {{");
            lines.Write($"    label=\"{surface.Key}\";");
            foreach (var node in surface)
                lines.Write($"    {IdOf(node)} [label=\"{screens[node.Screen].Name}\\n{node.State}\"];");
            lines.Write("  }");
        }

        foreach (var edge in quotient.Edges)
            lines.Write($"  {IdOf(edge.From)} -> {IdOf(edge.To)} [label=\"{string.Join("\\n", edge.Actions.Select(ExportLabels.Plain))}\"{(edge.IsVisible ? "" : ", style=dashed")}];");
        lines.Write("}");
    }

    private static string IdOf(QuotientNode node) => $"screen{node.Screen.Index}_{node.State}";
}
