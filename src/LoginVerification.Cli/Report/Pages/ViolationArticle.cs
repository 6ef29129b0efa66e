using System.Xml.Linq;
using LoginVerification.Exploration;
using static LoginVerification.Cli.Html;
using static LoginVerification.Cli.Parts;

namespace LoginVerification.Cli;

/// <summary>What is against a property: the reason, the shortest story, one of each other kind, and the doors of a trap.</summary>
internal static class ViolationArticle
{
    private static readonly Dictionary<string, string> Meanings = PolicyProperties.All.ToDictionary(property => property.Name, property => property.Meaning);

    public static string MeaningOf(PropertyVerdict told) => Meanings.GetValueOrDefault(told.Name, "");

    /// <param name="violated">What came of the property.</param>
    /// <param name="id">The article's id.</param>
    /// <param name="where">At which bounds, where they are not those of the rest.</param>
    public static XElement Of(PropertyVerdict violated, string id, string where = "") => Tag("article", Class("violation"), At("id", id),
        Tag("h4", violated.Name, " ", Badge(Verdict.Violated, $"violated{where}")),
        Tag("p", Class("quiet"), "Shall hold: ", MeaningOf(violated), "."),
        // Of a trap, the reason names the starts that are trapped already.
        violated.Reason is { } reason ? Tag("p", Class(violated.TrappedStarts.Count > 0 ? "reason starts" : "reason"), "Does not: ", reason, ".") : null,
        violated.Trace is { } trace ? new object[] { Tag("p", Class("whose"), $"The shortest story{WhoseIs(trace)}:"), StorySection.Of(trace) } : null,
        violated.CycleStart is { } start && violated.Trace is { } whole ? Tag("p", Class("whose"), start + 1 == whole.Count ? $"Step {whole.Count} repeats for ever." : $"Steps {start + 1} to {whole.Count} repeat for ever.") : null,
        violated.OtherTraces.Select(Other),
        violated.TrapEntries.Count == 0 ? null : Folded($"{Words.Count(violated.TrapEntries.Count, "step")} by which the way is closed", Tag("ul", violated.TrapEntries.Select(door => Tag("li", $"{door} (traps {Words.Count(door.TrappedStates, "state")})")))));

    private static XElement Other(IReadOnlyList<Step> trace) => Folded($"Another story{(trace[^1].Outcome is { } outcome ? $", {outcome}" : "")}{WhoseIs(trace)}", StorySection.Of(trace));

    private static string WhoseIs(IReadOnlyList<Step> trace) => trace is [{ Class: { } known }, ..] ? $", for {known.Name}" : "";
}
