namespace LoginVerification.Exploration;

/// <summary>Draws a quotient as a Mermaid state diagram, with a composite state for each surface.</summary>
internal static class MermaidDrawing
{
    public static void Write(Quotient quotient, ExplorationScale scale, Lines lines)
    {
        var pages = quotient.Product.Site.Pages;
        var title = ExportTitle.Lines(quotient.Product.Policy.Name, scale);
        lines.Write("---");
        lines.Write($"title: \"{title[0]}, {Quotient.Caution}\"");
        lines.Write("---");
        foreach (var line in title)
            lines.Write($"%% {line}");
        lines.Write($"%% {Quotient.Caution}");
        lines.Write("stateDiagram-v2");
        foreach (var surface in quotient.Nodes.GroupBy(node => pages[node.Page].SurfaceIndex))
        {
            lines.Write($"  state \"{pages[surface.First().Page].Surface}\" as surface{surface.Key} {{");
            foreach (var node in surface)
                lines.Write($"    state \"{pages[node.Page].Screen.Name} / {node.State}\" as {IdOf(node)}");
            lines.Write("  }");
        }

        foreach (var home in quotient.Product.Site.Homes)
            lines.Write($"  [*] --> {IdOf(new QuotientNode(home, EnrolmentState.NoPhone))}");
        foreach (var edge in quotient.Edges)
            lines.Write($"  {IdOf(edge.From)} --> {IdOf(edge.To)}: {string.Join("<br/>", edge.Actions.Select(ActionLabels.Plain))}");
    }

    private static string IdOf(QuotientNode node) => $"screen{node.Page}_{node.State}";
}
