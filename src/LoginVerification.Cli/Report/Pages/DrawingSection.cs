using System.Xml.Linq;
using static LoginVerification.Cli.Html;
using static LoginVerification.Cli.Parts;

namespace LoginVerification.Cli;

/// <summary>The drawings: pictures where Graphviz is installed, and else its own language with a hint.</summary>
internal static class DrawingSection
{
    public static async Task<IReadOnlyList<XElement>> OfAsync(PolicyFindings policy, string id, CancellationToken cancellationToken)
    {
        List<XElement> figures =
        [
            Tag("p", Class("legend actors"), new[] { ("user", "the user: solid"), ("time", "time: dotted"), ("environment", "the world: dashed"), ("operator", "the host's staff: thick"), ("hidden", "hidden link: dotted"), ("external", "link in an SMS: dashed") }
                .SelectMany(kind => new object[] { Tag("span", Class($"key {kind.Item1}"), kind.Item2), " " })),
        ];
        foreach (var (index, drawing) in PolicyDrawings.Of(policy.Policy, policy.Lifecycle).Index())
        {
            var svg = await Graphviz.LayOutAsync(drawing.Dot, cancellationToken);
            figures.Add(Tag("figure",
                Tag("figcaption", drawing.Title),
                svg is null
                    ? new object[] { Tag("p", "Graphviz did not draw it here. Install it (", Tag("code", "dot"), ") and write the report again, or give this to a program that draws it."), Wide(drawing.Title, Tag("pre", drawing.Dot)) }
                    : Wide(drawing.Title, Accessible(svg, drawing, $"{id}-drawing-{index}")),
                Folded("Each arrow in words", Tag("ul", drawing.Moves.Select(move => Tag("li", move))))));
        }

        return figures;
    }

    private static XElement Accessible(XElement svg, Drawing drawing, string id)
    {
        svg.SetAttributeValue("role", "img");
        // It shrinks to the page, and no further than it can be read: then it scrolls.
        svg.SetAttributeValue("style", $"min-width:min({(string?)svg.Attribute("width")},40rem)");
        svg.SetAttributeValue("aria-labelledby", $"{id}-title {id}-desc");
        svg.AddFirst(Tag("title", At("id", $"{id}-title"), drawing.Title), Tag("desc", At("id", $"{id}-desc"), drawing.Description));
        return svg;
    }
}
