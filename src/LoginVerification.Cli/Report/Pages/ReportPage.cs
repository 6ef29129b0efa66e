using System.Xml.Linq;
using static LoginVerification.Cli.Html;
using static LoginVerification.Cli.Parts;

namespace LoginVerification.Cli;

/// <summary>The whole page: it loads nothing, runs nothing, and is the same for the same input.</summary>
internal static class ReportPage
{
    private const string Allowed = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    public static async Task<string> WriteAsync(IReadOnlyList<PolicyFindings> policies, CancellationToken cancellationToken)
    {
        var comparison = Comparison.Of(policies);
        var sections = new List<XElement>();
        foreach (var (index, policy) in policies.Index())
            sections.Add(await PolicyAsync(policy, comparison.Policies[index], $"policy-{index + 1}", cancellationToken));
        var title = $"Where users get stuck: {string.Join(", ", comparison.Policies)}";
        return Write(Tag("html", At("lang", "en"),
            Tag("head",
                Tag("meta", At("charset", "utf-8")),
                Tag("meta", At("name", "viewport"), At("content", "width=device-width, initial-scale=1")),
                Tag("meta", At("http-equiv", "Content-Security-Policy"), At("content", Allowed)),
                Tag("meta", At("name", "color-scheme"), At("content", "light dark")),
                Tag("title", title),
                Tag("style", Style)),
            Tag("body",
                Tag("header",
                    Tag("p", Class("eyebrow"), "Report on log-in verification"),
                    Tag("h1", "Where users get stuck, and why")),
                Tag("main",
                    policies.Count > 1 ? Tag("section", Tag("h2", "Side by side"), Tag("ul", Class("leads"), policies.Select((policy, index) => Tag("li", Tag("b", Tag("a", At("href", $"#policy-{index + 1}"), comparison.Policies[index])), LeadSection.Of(policy, $"policy-{index + 1}")))), ComparisonSection.Of(comparison)) : null,
                    sections),
                Tag("footer", Tag("p", Provenance.Line(policies.Select(policy => policy.Explored.Screens.PolicyDigest)))))));
    }

    private static string Style
    {
        get
        {
            using var file = new StreamReader(typeof(ReportPage).Assembly.GetManifestResourceStream("report.css")!);
            return file.ReadToEnd();
        }
    }

    private static async Task<XElement> PolicyAsync(PolicyFindings policy, string name, string id, CancellationToken cancellationToken)
    {
        (string Id, string Title, object Content)[] parts =
        [
            ("stuck", "Who gets stuck, and where", StuckSection.Of(policy, id)),
            ("countries", "By surface and country", HeatSection.Of(policy, id)),
            ("properties", "Properties", VerdictSection.Of(policy, id)),
            ("drawings", "Drawings", await DrawingSection.OfAsync(policy, id, cancellationToken)),
            ("classes", "Classes of numbers", ClassSection.Of(policy)),
            ("record", "How to come to the same", RecordSection.Of(policy)),
        ];
        return Tag("section", Class("policy"), At("id", id),
            Tag("h2", name),
            LeadSection.Of(policy, id),
            Tag("nav", At("aria-label", $"Parts of {name}"), Tag("ul", Class("contents"), parts.Select(part => Tag("li", Tag("a", At("href", $"#{id}-{part.Id}"), part.Title))))),
            policy.Policy.Document.Description is { Length: > 0 } description ? Folded("What this policy is", Tag("p", description)) : null,
            parts.Select(part => new object[] { Tag("h3", At("id", $"{id}-{part.Id}"), part.Title), part.Content }));
    }
}
