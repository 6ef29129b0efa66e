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
                    policies.Count > 1 ? Tag("section", Tag("h2", "Side by side"), Tag("ul", Class("leads"), policies.Select((policy, index) => Tag("li", Tag("a", At("href", $"#policy-{index + 1}"), comparison.Policies[index]), ": ", StuckSection.Lead(policy)))), ComparisonSection.Of(comparison)) : null,
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

    private static async Task<XElement> PolicyAsync(PolicyFindings policy, string name, string id, CancellationToken cancellationToken) => Tag("section", Class("policy"), At("id", id),
        Tag("h2", name),
        StuckSection.Of(policy, id),
        policy.Policy.Document.Description is { Length: > 0 } description ? Folded("What this policy is", Tag("p", description)) : null,
        Tag("h3", "By surface and country"), HeatSection.Of(policy),
        Tag("h3", "Properties"), VerdictSection.Of(policy, id),
        Tag("h3", "Drawings"), await DrawingSection.OfAsync(policy, id, cancellationToken),
        Tag("h3", "Classes of numbers"), ClassSection.Of(policy.Explored.Screens.Classes),
        Tag("h3", "How to come to the same"), RecordSection.Of(policy));
}
