using System.Xml.Linq;
using LoginVerification.Exploration;
using static LoginVerification.Cli.Html;
using static LoginVerification.Cli.Parts;

namespace LoginVerification.Cli;

/// <summary>Every property with its verdict, those that are violated first, and a story for each of them.</summary>
internal static class VerdictSection
{
    private static readonly Dictionary<string, string> Meanings = PolicyProperties.All.ToDictionary(property => property.Name, property => property.Meaning);

    public static IEnumerable<XElement> Of(PolicyFindings policy, string id)
    {
        var (explored, lifecycle) = (policy.Explored, policy.Lifecycle);
        var told = explored.Screens.Properties.OrderBy(property => Order(property.Verdict)).ToList();
        var stories = told.Where(property => property.Verdict is Verdict.Violated).ToList();
        var alone = lifecycle.Properties.Where(property => property.Verdict is Verdict.Violated && stories.All(known => known.Name != property.Name)).ToList();
        yield return Tag("p", Words.Count(explored.Screens.States, "state"), " and ", Words.Count(explored.Screens.Edges, "edge"),
            explored.Screens.IsComplete ? " were looked at, every one that there is." : " were looked at; there are more.");
        yield return Wide("Properties", Tag("table", Class("verdicts"),
            Tag("thead", Tag("tr", Tag("th", At("scope", "col"), "Verdict"), Tag("th", At("scope", "col"), "Property"))),
            Tag("tbody", told.Select(property => Tag("tr", Tag("td", Badge(property.Verdict)), Tag("td",
                property.Verdict is Verdict.Violated ? Tag("a", At("href", $"#{id}-{property.Name}"), property.Name) : Tag("b", property.Name),
                Tag("p", Meanings.GetValueOrDefault(property.Name)),
                property.Reason is { } reason ? Tag("p", Class("reason"), reason) : null))))));
        foreach (var property in stories)
            yield return Story(property, id, "");
        foreach (var property in alone)
            yield return Story(property, id, " (the lifecycle alone, at the policy's own bounds)");
        yield return Tag("p", $"The lifecycle alone at the policy's own bounds: {string.Join("; ", lifecycle.Properties.GroupBy(property => property.Verdict).OrderBy(alike => Order(alike.Key)).Select(alike => $"{VerdictWords.Of(alike.Key)} {string.Join(", ", alike.Select(property => property.Name))}"))}.");
    }

    private static int Order(Verdict verdict) => verdict switch
    {
        Verdict.Violated => 0,
        Verdict.NotClosed => 1,
        Verdict.Vacuous => 2,
        _ => 3,
    };

    private static XElement Story(PropertyVerdict violated, string id, string where) => Tag("article", Class("violation"), At("id", $"{id}-{violated.Name}"),
        Tag("h4", violated.Name, $"{where} ", Badge(violated.Verdict)),
        Tag("p", "Shall hold: ", Meanings.GetValueOrDefault(violated.Name), "."),
        violated.Reason is { } reason ? Tag("p", Class("reason"), "Does not: ", reason, ".") : null,
        violated.Trace is { } trace ? new object[] { Tag("p", Class("whose"), trace is [{ Class: { } known }, ..] ? $"The shortest story, for {known.Name}:" : "The shortest story:"), StorySection.Of(trace) } : null,
        violated.TrapEntries.Count == 0 ? null : Folded($"{Words.Count(violated.TrapEntries.Count, "step")} by which the way is closed", Tag("ul", violated.TrapEntries.Select(door => Tag("li", $"{door} (traps {Words.Count(door.TrappedStates, "state")})")))));
}
