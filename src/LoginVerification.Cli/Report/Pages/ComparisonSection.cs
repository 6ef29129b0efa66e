using System.Xml.Linq;
using static LoginVerification.Cli.Html;
using static LoginVerification.Cli.Parts;

namespace LoginVerification.Cli;

/// <summary>Several policies side by side: first how users fare, then the verdicts in which they differ or fall, then how much was looked at.</summary>
internal static class ComparisonSection
{
    private const string AllProved = "proved";

    public static XElement Of(Comparison comparison) => Wide("Policies side by side", Tag("table", Class("comparison"),
        Head(comparison.Policies.Prepend("Measure")),
        Part(comparison, "countries", "Countries that come to the end, of those that have phone numbers", _ => true),
        Part(comparison, "property", "Properties, but for those that all of them have", row => !row.Cells.All(cell => cell?.Value == AllProved)),
        Part(comparison, "property", "Proved in all of them", row => row.Cells.All(cell => cell?.Value == AllProved), asOne: true),
        Part(comparison, "size", "What was looked at", _ => true)));

    private static XElement? Part(Comparison comparison, string part, string heading, Func<ComparisonRow, bool> isShown, bool asOne = false)
    {
        var (rows, width) = (comparison.Rows.Where(row => row.Part == part && isShown(row)).ToList(), $"{comparison.Policies.Count + 1}");
        return rows.Count == 0 ? null : Tag("tbody",
            Tag("tr", Tag("th", Class("part"), At("scope", "rowgroup"), At("colspan", width), heading)),
            asOne
                ? Tag("tr", Tag("td", At("colspan", width), string.Join(", ", rows.Select(row => row.Name))))
                : rows.Select(row => Tag("tr", Tag("th", At("scope", "row"), row.Name), row.Cells.Select(cell => Tag("td", ClassOf(part, cell?.Value), cell?.Text ?? "–")))));
    }

    private static XAttribute? ClassOf(string part, string? value) => (part, value) switch
    {
        ("property", { } verdict) => Class(verdict),
        ("countries", "1.0000") => Class("every"),
        ("countries", "0.0000") => Class("nobody"),
        ("countries", { }) => Class("some"),
        _ => null,
    };
}
