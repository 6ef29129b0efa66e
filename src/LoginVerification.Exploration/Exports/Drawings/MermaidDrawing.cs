namespace LoginVerification.Exploration;

/// <summary>Draws a quotient as a Mermaid state diagram, with a composite state for each surface.</summary>
internal static class MermaidDrawing
{
    public static void Write(Quotient quotient, ExportTitle title, Lines lines)
    {
        var screens = quotient.Model.Screens;
        lines.Write("---");
        lines.Write($"title: \"{title.Lines[0]}, {Quotient.Caution}\"");
        lines.Write("---");
        foreach (var line in title.Lines)
            lines.Write($"%% {line}");
        lines.Write($"%% {Quotient.Caution}");
        lines.Write("stateDiagram-v2");
        foreach (var (index, surface) in screens.Surfaces.Index())
        {
            var nodes = quotient.Nodes.Where(node => screens[node.Screen].Surface == surface).ToList();
            if (nodes.Count == 0)
                continue;
            lines.Write($"  state \"{surface}\" as surface{index} {{");
            foreach (var node in nodes)
                lines.Write($"    state \"{screens[node.Screen].Name} / {node.State}\" as {IdOf(node)}");
            lines.Write("  }");
        }

        foreach (var home in screens.Homes)
            lines.Write($"  [*] --> {IdOf(new QuotientNode(home.Id, EnrolmentState.NoPhone))}");
        foreach (var edge in quotient.Edges)
            lines.Write($"  {IdOf(edge.From)} --> {IdOf(edge.To)}: {string.Join("<br/>", edge.Actions.Select(ExportLabels.Plain))}");
    }

    private static string IdOf(QuotientNode node) => $"screen{node.Screen.Index}_{node.State}";
}
