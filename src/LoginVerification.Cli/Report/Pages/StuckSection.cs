using System.Xml.Linq;
using static LoginVerification.Cli.Html;
using static LoginVerification.Cli.Parts;

namespace LoginVerification.Cli;

/// <summary>The first thing that is told: who gets stuck, on which surface, at which screen, and by which rule or link.</summary>
internal static class StuckSection
{
    /// <summary>The most groups that are told one by one; those who fare worst come first.</summary>
    private const int MostGroups = 8;

    public static IEnumerable<XElement> Of(PolicyFindings policy, string id)
    {
        var groups = policy.Groups;
        yield return Finder(policy, id);
        yield return Tag("div", Class("groups"), groups.Take(MostGroups).Select((group, index) => Group(policy, group, IdOf(id, index))));
        if (groups.Count > MostGroups)
            yield return Folded($"{groups.Count - MostGroups} more groups of countries and carriers", Tag("div", Class("groups"), groups.Skip(MostGroups).Select((group, index) => Group(policy, group, IdOf(id, index + MostGroups)))));
    }

    /// <summary>Where a group is told of.</summary>
    public static string IdOf(string policy, int group) => $"{policy}-group-{group + 1}";

    private static XElement Group(PolicyFindings policy, FareGroup group, string id) => Tag("article", Class($"group {Words.Camel(group.Worst)}"), At("id", id),
        Tag("h4", policy.NameOf(group), " ", Badge(group.Worst)),
        group.Worst is Ease.NoNumbers
            ? Tag("p", "Whatever is typed is refused: there are no phone numbers.")
            : Tag("ul", Class("lines"), group.Fares.GroupBy(fare => fare.Key).Select(alike => Line([.. alike]))),
        group.Numbers.Count > NumberNames.MostNames ? Folded($"All {group.Numbers.Count} by name", Tag("p", string.Join("; ", group.Numbers.Select(CountryNames.Of)))) : null);

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
            .SelectMany((group, index) => group.Numbers.Select(number => (Name: $"{CountryNames.Of(number)}{AccountWords.Beside(group.Account)}", group.Worst, At: IdOf(id, index))))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal)
            .Select(entry => Tag("li", Tag("a", Class(Words.Camel(entry.Worst)), At("href", $"#{entry.At}"), entry.Name)))));
}
