using System.Xml.Linq;
using LoginVerification.Exploration;
using static LoginVerification.Cli.Html;
using static LoginVerification.Cli.Parts;

namespace LoginVerification.Cli;

/// <summary>The first thing that is told: who gets stuck, on which surface, at which screen, and by which rule or link.</summary>
internal static class StuckSection
{
    /// <summary>The most groups that are told one by one; those who fare worst come first.</summary>
    private const int MostGroups = 8;

    private const int MostNames = 4;

    public static IEnumerable<XElement> Of(PolicyFindings policy, string id)
    {
        var groups = policy.Groups;
        yield return Tag("p", Class("lead"), Lead(policy));
        yield return Tag("div", Class("groups"), groups.Take(MostGroups).Select((group, index) => Group(policy, group, $"{id}-group-{index + 1}", index == 0 && group.Worst is not (Ease.Straight or Ease.NoNumbers))));
        if (groups.Count > MostGroups)
            yield return Folded($"{groups.Count - MostGroups} more groups of countries and carriers", Tag("div", Class("groups"), groups.Skip(MostGroups).Select((group, index) => Group(policy, group, $"{id}-group-{index + MostGroups + 1}", isOpen: false))));
        yield return Finder(policy, id);
    }

    private static string Lead(PolicyFindings policy)
    {
        var stuck = policy.Groups.Where(group => group.Worst is Ease.Refused or Ease.HiddenOnly or Ease.NoWay).ToList();
        var countries = stuck.Sum(PolicyFindings.CountriesOf);
        var carriers = stuck.Sum(group => group.Numbers.Count) - countries;
        var whom = carriers == 0 ? Words.Count(countries, "country", "countries")
            : countries == 0 ? Words.Count(carriers, "carrier")
            : $"{Words.Count(countries, "country", "countries")} and {Words.Count(carriers, "carrier")}";
        var who = stuck.Count == 0
            ? $"Nobody of {Words.Count(policy.Countries, "country", "countries")} is refused, sent over a hidden link, or without a way."
            : $"Users of {whom} (of {policy.Countries}) are refused on some surface, led on by a hidden link alone, or have no way.";
        var violated = policy.Explored.Screens.Properties.Count(told => told.Verdict is Verdict.Violated);
        return $"{who} {(violated == 0 ? "No property is" : violated == 1 ? "1 property is" : $"{violated} properties are")} violated.";
    }

    private static XElement Group(PolicyFindings policy, FareGroup group, string id, bool isOpen) => Tag("article", Class($"group {Words.Camel(group.Worst)}"), At("id", id),
        Tag("h4", NameOf(policy, group), " ", Badge(group.Worst)),
        group.Worst is Ease.NoNumbers
            ? Tag("p", "Whatever is typed is refused: there are no phone numbers.")
            : Tag("ul", Class("lines"), group.Fares.GroupBy(fare => fare.Key).Select(alike => Line([.. alike], isOpen))),
        group.Numbers.Count > MostNames ? Folded($"All {group.Numbers.Count} by name", Tag("p", string.Join("; ", group.Numbers.Select(number => number.Name)))) : null);

    private static string NameOf(PolicyFindings policy, FareGroup group) =>
        policy.Groups.Count == 1 ? "Every country"
        : group.Numbers.Count <= MostNames ? string.Join("; ", group.Numbers.Select(number => number.Name))
        : group.Numbers.Count > policy.Countries / 2 ? $"All other countries ({group.Numbers.Count})"
        : $"{string.Join("; ", group.Numbers.Take(MostNames - 1).Select(number => number.Name))} and {group.Numbers.Count - MostNames + 1} more";

    private static XElement Line(IReadOnlyList<Fare> alike, bool isOpen)
    {
        var (first, from) = (alike[0], string.Join(", ", alike.Select(fare => fare.From.Name)));
        return Tag("li",
            Tag("p", Tag("b", $"From {from}: "), first.Ease is Ease.NoWay ? "no way to the end." : $"{Words.Count(first.Best.Steps.Count, "step")} to the end, {EaseWords.Of(first.Ease)}."),
            first.Reasons.Count == 0 ? null : Tag("ul", Class("reasons"), first.Reasons.Select(ReasonOf)),
            first.Best.IsReachable ? Tag("details", isOpen && first.Ease is Ease.HiddenOnly ? At("class", "way") : null, Tag("summary", $"The way from {first.From}, screen by screen"), StorySection.Of(first.Best.Steps)) : null);
    }

    private static XElement ReasonOf(Reason reason) => Tag("li",
        reason.What,
        reason.Where is { } where ? new object[] { " on ", Tag("b", where) } : null,
        reason.Cause is { } cause ? new object[] { reason.Detail is null ? ": " : " by ", Tag("code", cause) } : null,
        reason.Detail is { } detail ? $" ({detail})" : null,
        ".",
        reason.WaysOut.Count > 0 ? $" The service knows a way out: {string.Join("; ", reason.WaysOut)}." : null);

    /// <summary>Every country by name, with a link to what is told of it: a picker that needs no script.</summary>
    private static XElement Finder(PolicyFindings policy, string id) => Folded("Find a country",
        Tag("ul", Class("finder"), policy.Groups
            .SelectMany((group, index) => group.Numbers.Select(number => (number, group.Worst, At: $"{id}-group-{index + 1}")))
            .OrderBy(entry => entry.number.Name, StringComparer.Ordinal)
            .Select(entry => Tag("li", Tag("a", At("href", $"#{entry.At}"), entry.number.Name), " ", Tag("span", Class($"mark {Words.Camel(entry.Worst)}"), Sign(EaseWords.Sign(entry.Worst)), Tag("span", Class("unseen"), EaseWords.Of(entry.Worst)))))));
}
