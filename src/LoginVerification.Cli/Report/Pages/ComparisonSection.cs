using System.Xml.Linq;
using static LoginVerification.Cli.Html;
using static LoginVerification.Cli.Parts;

namespace LoginVerification.Cli;

/// <summary>Several policies side by side.</summary>
internal static class ComparisonSection
{
    public static XElement Of(Comparison comparison) => Wide("Policies side by side", Tag("table", Class("comparison"),
        Tag("thead", Tag("tr", Tag("th", At("scope", "col"), "Measure"), comparison.Policies.Select(name => Tag("th", At("scope", "col"), name)))),
        comparison.Rows.GroupBy(row => row.Part).Select(part => Tag("tbody",
            Tag("tr", Tag("th", Class("part"), At("scope", "rowgroup"), At("colspan", $"{comparison.Policies.Count + 1}"), Heading(part.Key))),
            part.Select(row => Tag("tr", Tag("th", At("scope", "row"), row.Name), row.Cells.Select(cell => Tag("td", part.Key == "property" ? Class(cell!.Value) : null, cell?.Text ?? "–"))))))));

    private static string Heading(string part) => part switch
    {
        "size" => "What was looked at",
        "property" => "Properties",
        _ => "Countries that come to the end, of those that have phone numbers",
    };
}
