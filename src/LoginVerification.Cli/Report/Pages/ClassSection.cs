using System.Xml.Linq;
using LoginVerification.Exploration;
using static LoginVerification.Cli.Html;
using static LoginVerification.Cli.Parts;

namespace LoginVerification.Cli;

/// <summary>The classes of numbers that the rules tell apart, with who is in them.</summary>
internal static class ClassSection
{
    public static XElement Of(IReadOnlyList<NumberClass> classes) => Wide("Classes of numbers", Tag("table",
        Tag("thead", Tag("tr", Tag("th", At("scope", "col"), "Class"), Tag("th", At("scope", "col"), "Served"), Tag("th", At("scope", "col"), "Members"))),
        Tag("tbody", classes.Select(known => Tag("tr", Tag("th", At("scope", "row"), known.Name), Tag("td", known.IsServed ? "yes" : "nowhere"), Tag("td", Words.Count(known.Countries, "country", "countries")))))));
}
