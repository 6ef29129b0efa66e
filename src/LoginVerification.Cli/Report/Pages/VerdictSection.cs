using System.Xml.Linq;
using LoginVerification.Exploration;
using static LoginVerification.Cli.Html;
using static LoginVerification.Cli.Parts;

namespace LoginVerification.Cli;

/// <summary>Every property with its verdict: first the violated ones with their stories, then the rest as a table.</summary>
internal static class VerdictSection
{
    public static IEnumerable<XElement> Of(PolicyFindings policy, string id)
    {
        var (screens, lifecycle) = (policy.Explored.Screens, policy.Lifecycle);
        var violated = screens.Properties.Where(told => told.Verdict is Verdict.Violated).ToList();
        // At the policy's own bounds a property of the lifecycle can fall that holds at the smaller ones.
        var alone = lifecycle.Properties.Where(told => told.Verdict is Verdict.Violated && violated.All(known => known.Name != told.Name)).ToList();
        yield return Tag("p", Class("legend"), screens.Properties.GroupBy(told => told.Verdict).OrderBy(alike => Order(alike.Key)).SelectMany(alike => new object[] { Badge(alike.Key, $"{alike.Count()} {VerdictWords.Of(alike.Key)}"), " " }));
        yield return Tag("p", $"{Words.Count(screens.States, "state")} and {Words.Count(screens.Edges, "edge")} were looked at, {(screens.IsComplete ? "every one that there is" : "and there are more")}.");
        if (violated.Count + alone.Count > 1)
            yield return Tag("ul", Class("contents"), violated.Concat(alone).Select(told => Tag("li", Tag("a", At("href", $"#{id}-{told.Name}"), told.Name))));
        foreach (var told in violated)
            yield return ViolationArticle.Of(told, $"{id}-{told.Name}");
        foreach (var told in alone)
            yield return ViolationArticle.Of(told, $"{id}-{told.Name}", " at the policy's own bounds");
        if (screens.Properties.Count > violated.Count)
            yield return Others(screens.Properties.Where(told => told.Verdict is not Verdict.Violated));
        yield return Tag("p", Class("quiet"), $"The lifecycle alone was looked at with the policy's own bounds, too ({Words.Count(lifecycle.States, "state")}{(lifecycle.IsComplete ? "" : ", and there are more")}): {string.Join("; ", lifecycle.Properties.GroupBy(told => told.Verdict).OrderBy(alike => Order(alike.Key)).Select(alike => $"{VerdictWords.Of(alike.Key)} {string.Join(", ", alike.Select(told => told.Name))}"))}.");
    }

    private static XElement Others(IEnumerable<PropertyVerdict> told) => Wide("Properties that are not violated", Tag("table", Class("verdicts"),
        Head("Verdict", "Property"),
        Tag("tbody", told.OrderBy(one => Order(one.Verdict)).Select(one => Tag("tr", Tag("td", Badge(one.Verdict)), Tag("td",
            Tag("b", one.Name), $": {ViolationArticle.MeaningOf(one)}",
            one.Reason is { } reason ? Tag("p", Class("reason"), reason) : null))))));

    private static int Order(Verdict verdict) => verdict switch
    {
        Verdict.Violated => 0,
        Verdict.NotClosed => 1,
        Verdict.Vacuous => 2,
        _ => 3,
    };
}
