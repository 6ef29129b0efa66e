using System.Globalization;
using System.Xml.Linq;
using static LoginVerification.Cli.Html;
using static LoginVerification.Cli.Parts;

namespace LoginVerification.Cli;

/// <summary>Surface by country: how many steps, and what is in the way. First in groups that fare alike, then every country.</summary>
internal static class HeatSection
{
    public static IEnumerable<XElement> Of(PolicyFindings policy)
    {
        yield return Tag("p", Class("legend"), Enum.GetValues<Ease>().SelectMany(ease => new object[] { Badge(ease), " " }));
        yield return Wide("Countries for each surface", Tag("table", Class("counts"),
            Tag("caption", $"How many of {policy.Countries} countries fare how, for a mobile number and a user who begins without a device"),
            Tag("thead", Tag("tr", Tag("th", At("scope", "col"), "From"), Eases.Select(ease => Tag("th", At("scope", "col"), EaseWords.Of(ease))))),
            Tag("tbody", policy.Surfaces.SelectMany((surface, index) => policy.Accounts.Select(account => Tag("tr",
                Tag("th", At("scope", "row"), $"{surface.Name}{AccountWords.After(account)}"),
                Eases.Select(ease => Count(policy.CountriesWhere(index, account, fare => fare.Ease == ease), ease))))))));
        yield return Folded("Every country and carrier", Wide("Surface by country", Tag("table", Class("heat"),
            Tag("caption", "Steps to the end from each surface"),
            Tag("thead", Tag("tr", Tag("th", At("scope", "col"), "Country, carrier"), policy.Surfaces.Select(surface => Tag("th", At("scope", "col"), surface.Name)))),
            Tag("tbody", policy.Groups.SelectMany(group => group.Numbers.Select(number => (number, group.Fares))).OrderBy(row => row.number.Name, StringComparer.Ordinal)
                .Select(row => Tag("tr", Tag("th", At("scope", "row"), $"{row.number.Name} ", Tag("span", Class("letters"), row.number.Country.Value)), row.Fares.Select(Cell)))))));
    }

    private static IEnumerable<Ease> Eases => Enum.GetValues<Ease>().Where(ease => ease is not Ease.NoNumbers);

    private static XElement Count(int count, Ease ease) => Tag("td", Class(count == 0 ? "none" : Words.Camel(ease)), count.ToString(CultureInfo.InvariantCulture));

    private static XElement Cell(Fare fare) => Tag("td", Class(Words.Camel(fare.Ease)), Sign(EaseWords.Sign(fare.Ease)), " ", fare.Ease switch
    {
        Ease.Straight => Words.Count(fare.Best.Steps.Count, "step"),
        Ease.NoWay or Ease.NoNumbers => EaseWords.Of(fare.Ease),
        Ease.Detour => $"{Words.Count(fare.Best.Steps.Count, "step")}, elsewhere",
        Ease.Refused => $"{Words.Count(fare.Best.Steps.Count, "step")}, refused",
        _ => $"{Words.Count(fare.Best.Steps.Count, "step")}, hidden{(fare.Best.Refusal is null ? "" : ", refused")}",
    });
}
