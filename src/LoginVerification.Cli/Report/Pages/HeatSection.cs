using System.Globalization;
using System.Xml.Linq;
using static LoginVerification.Cli.Html;
using static LoginVerification.Cli.Parts;

namespace LoginVerification.Cli;

/// <summary>Surface by country: how many steps, and what is in the way. First how many countries fare how, then a row for all that fare alike.</summary>
internal static class HeatSection
{
    /// <summary>The most rows that are shown before the table folds.</summary>
    private const int MostRows = 40;

    public static IEnumerable<XElement> Of(PolicyFindings policy, string id)
    {
        yield return Wide("Countries for each surface", Tag("table", Class("counts"),
            Tag("caption", $"How many of {policy.Countries} countries fare how, for a mobile number and a user who begins without a device"),
            Head(Eases.Select(EaseWords.Of).Prepend("From")),
            Tag("tbody", policy.Surfaces.SelectMany((surface, index) => policy.Accounts.Select(account => Tag("tr",
                Tag("th", At("scope", "row"), $"{surface.Name}{AccountWords.Beside(account)}"),
                Eases.Select(ease => Count(policy.CountriesWhere(index, account, fare => fare.Ease == ease), ease))))))));
        var heat = Wide("Surface by country", Tag("table", Class("heat"),
            Tag("caption", "Steps to the end from each surface; those who fare worst first"),
            Head(policy.Surfaces.Select(surface => surface.Name).Prepend("Countries, carriers")),
            Tag("tbody", policy.Groups.Index().Where(row => row.Item.Worst is not Ease.NoNumbers).Select(row => Tag("tr",
                Tag("th", At("scope", "row"), Tag("a", At("href", $"#{StuckSection.IdOf(id, row.Index)}"), policy.NameOf(row.Item))),
                row.Item.Fares.Select(Cell))))));
        yield return policy.Groups.Count > MostRows ? Folded($"Steps of {policy.Groups.Count} groups of countries and carriers", heat) : heat;
    }

    private static IEnumerable<Ease> Eases => Enum.GetValues<Ease>().Where(ease => ease is not Ease.NoNumbers);

    private static XElement Count(int count, Ease ease) => Tag("td", Class(count == 0 ? "none" : Words.Camel(ease)), count.ToString(CultureInfo.InvariantCulture));

    private static XElement Cell(Fare fare) => Tag("td", Class(Words.Camel(fare.Ease)), fare.Ease switch
    {
        Ease.Straight => Words.Count(fare.Best.Steps.Count, "step"),
        Ease.NoWay or Ease.NoNumbers => EaseWords.Of(fare.Ease),
        Ease.Detour => $"{Words.Count(fare.Best.Steps.Count, "step")}, elsewhere",
        Ease.Refused => $"{Words.Count(fare.Best.Steps.Count, "step")}, refused",
        _ => $"{Words.Count(fare.Best.Steps.Count, "step")}, hidden{(fare.Best.Refusal is null ? "" : ", refused")}",
    });
}
