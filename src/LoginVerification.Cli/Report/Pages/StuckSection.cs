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
        yield return Tag("h3", Class("first"), "Who gets stuck, and where");
        yield return Finder(policy, id);
        yield return Tag("div", Class("groups"), groups.Take(MostGroups).Select((group, index) => Group(policy, group, $"{id}-group-{index + 1}")));
        if (groups.Count > MostGroups)
            yield return Folded($"{groups.Count - MostGroups} more groups of countries and carriers", Tag("div", Class("groups"), groups.Skip(MostGroups).Select((group, index) => Group(policy, group, $"{id}-group-{index + MostGroups + 1}"))));
    }

    /// <summary>The answer in a sentence.</summary>
    public static string Lead(PolicyFindings policy)
    {
        var stuck = policy.Groups.Where(group => group.Worst is Ease.Refused or Ease.HiddenOnly or Ease.NoWay).SelectMany(group => group.Numbers).ToList();
        var countries = stuck.Where(number => number.IsCountry).Select(number => number.Country).Distinct().Count();
        var carriers = stuck.Where(number => !number.IsCountry).Select(number => (number.Country, number.Carrier)).Distinct().Count();
        var whom = stuck.Count <= MostNames ? string.Join("; ", stuck.Select(number => number.Name))
            : $"{Words.Count(countries, "country", "countries")}{(carriers == 0 ? "" : $" and {Words.Count(carriers, "carrier")}")}{(AccountOf(stuck) is { } account ? $" ({account})" : "")}";
        var who = stuck.Count == 0
            ? $"Nobody in {Words.Count(policy.Countries, "country", "countries")} is refused, led on by a hidden link alone, or without a way."
            : $"Users with numbers of {whom} are refused on some surface, led on by a hidden link alone, or without a way.";
        var violated = policy.Explored.Screens.Properties.Count(told => told.Verdict is Verdict.Violated);
        return $"{who} {(violated == 0 ? "No property is" : violated == 1 ? "1 property is" : $"{violated} properties are")} violated.";
    }

    private static XElement Group(PolicyFindings policy, FareGroup group, string id) => Tag("article", Class($"group {Words.Camel(group.Worst)}"), At("id", id),
        Tag("h4", NameOf(policy, group), " ", Badge(group.Worst)),
        group.Worst is Ease.NoNumbers
            ? Tag("p", "Whatever is typed is refused: there are no phone numbers.")
            : Tag("ul", Class("lines"), group.Fares.GroupBy(fare => fare.Key).Select(alike => Line([.. alike]))),
        group.Numbers.Count > MostNames ? Folded($"All {group.Numbers.Count} by name", Tag("p", string.Join("; ", group.Numbers.Select(number => number.Name)))) : null);

    private static string NameOf(PolicyFindings policy, FareGroup group) =>
        policy.Groups.Count == 1 ? "Every country"
        : AccountOf(group.Numbers) is { } account && group.Numbers.Count(number => number.IsCountry) == policy.Countries ? $"Every country, {account}"
        : group.Numbers.Count <= MostNames ? string.Join("; ", group.Numbers.Select(number => number.Name))
        : group.Numbers.Count > policy.Countries / 2 ? $"All other countries ({group.Numbers.Count})"
        : $"{string.Join("; ", group.Numbers.Take(MostNames - 1).Select(number => number.Name))} and {group.Numbers.Count - MostNames + 1} more";

    /// <summary>What the accounts of all of them are; null where that is not one thing.</summary>
    private static string? AccountOf(IReadOnlyList<NumberKind> numbers) =>
        numbers.Select(number => AccountWords.Of(number.Account)).Distinct().ToList() is [{ Length: > 0 } account] ? account : null;

    private static XElement Line(IReadOnlyList<Fare> alike)
    {
        var (first, from) = (alike[0], string.Join(", ", alike.Select(fare => fare.From.Name)));
        return Tag("li",
            Tag("p", Tag("b", $"From {from}: "), first.Ease is Ease.NoWay ? "no way to the end." : $"{Words.Count(first.Best.Steps.Count, "step")} to the end, {EaseWords.Of(first.Ease)}."),
            first.Reasons.Count == 0 ? null : Tag("ul", Class("reasons"), first.Reasons.Select(reason => ReasonOf(reason, alike.Count > 1 && reason.Surface == first.From))),
            first.Best.IsReachable ? Folded($"The way from {first.From}, screen by screen", StorySection.Of(first.Best.Steps)) : null);
    }

    /// <param name="reason">What stands in the way.</param>
    /// <param name="isOwn">Whether it does so on each of several surfaces, so that the screen alone says where.</param>
    private static XElement ReasonOf(Reason reason, bool isOwn) => Tag("li",
        "On ", Tag("b", reason.Screen is null ? reason.Surface.Name : isOwn ? reason.Screen : $"{reason.Surface}/{reason.Screen}"), $": {reason.What}",
        reason.Cause is { } cause ? new object[] { " ", Tag("code", cause) } : null,
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
