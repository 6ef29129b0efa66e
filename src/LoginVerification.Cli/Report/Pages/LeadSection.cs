using System.Diagnostics;
using System.Xml.Linq;
using LoginVerification.Exploration;
using static LoginVerification.Cli.Html;

namespace LoginVerification.Cli;

/// <summary>The answer in a few sentences: who gets stuck, and how many properties are violated.</summary>
internal static class LeadSection
{
    /// <param name="policy">What was found.</param>
    /// <param name="id">Where its parts stand on the page.</param>
    public static XElement Of(PolicyFindings policy, string id)
    {
        var stuck = policy.Groups.Where(group => group.Worst is Ease.Refused or Ease.HiddenOnly or Ease.NoWay).GroupBy(group => (group.Worst, group.Account)).OrderByDescending(alike => alike.Key.Worst).ToList();
        return Tag("div", Class("lead"),
            stuck.Count == 0
                ? Tag("p", $"Nobody in {Words.Count(policy.Countries, "country", "countries")} is refused, led on by a hidden link alone, or without a way.")
                : stuck.Select(alike => Tag("p", Tag("b", $"{policy.Names.Of([.. alike.SelectMany(group => group.Numbers)])}{AccountWords.Beside(alike.Key.Account)}"), $": {Fate(alike.Key.Worst, [.. alike])}.")),
            Verdicts(policy.Explored.Screens, id),
            Limit(policy.Explored.Screens.Limit));
    }

    private static string Fate(Ease ease, IReadOnlyList<FareGroup> groups)
    {
        var where = groups.All(group => group.Fares.All(fare => fare.Ease == ease)) ? "from every surface" : "from some surface";
        return ease switch
        {
            Ease.Refused => $"{where} users are refused, and led on elsewhere",
            Ease.HiddenOnly => $"{where} only a hidden link leads on, or one in an SMS",
            Ease.NoWay => $"{where} there is no way to the end",
            _ => throw new UnreachableException(),
        };
    }

    private static XElement Verdicts(PolicyExploration explored, string id)
    {
        var violated = explored.Properties.Count(told => told.Verdict is Verdict.Violated);
        var open = explored.Properties.Count(told => told.Verdict is Verdict.NotClosed);
        return Tag("p",
            Tag("a", At("href", $"#{id}-properties"), violated == 0 ? "No property is violated" : $"{violated} of {Words.Count(explored.Properties.Count, "property", "properties")} {(violated == 1 ? "is" : "are")} violated"),
            open == 0 ? "." : $", and {open} {(open == 1 ? "is" : "are")} left open.");
    }

    private static XElement? Limit(ExplorationLimit? limit) => limit is null ? null : Tag("p", Class("notice"),
        $"Not every state was looked at: it ended at the limit of {(limit is ExplorationLimit.States ? "states" : "shapes of an enrolment")}. What is said of countries holds all the same; properties that need the rest are left open.");
}
