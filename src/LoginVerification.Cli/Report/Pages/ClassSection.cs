using System.Xml.Linq;
using LoginVerification.Exploration;
using static LoginVerification.Cli.Html;
using static LoginVerification.Cli.Parts;

namespace LoginVerification.Cli;

/// <summary>The classes of numbers and accounts that the rules tell apart: what makes each of them, and who is in it.</summary>
internal static class ClassSection
{
    /// <summary>The most members that are named before the rest folds.</summary>
    private const int MostNames = 6;

    public static IEnumerable<XElement> Of(PolicyFindings policy)
    {
        var rules = policy.Policy.Document.Rules;
        var linesCount = rules.Any(rule => rule.LineTypes.Kind is not SelectionKind.Any || rule.When is { LineTypes.Kind: not SelectionKind.Any });
        yield return Tag("p", $"Nothing in the policy tells two numbers of a class apart, so that what holds of one holds of all.{(linesCount ? "" : " Kinds of line make no difference.")}");
        foreach (var known in policy.Explored.Screens.Classes)
            yield return Article(known, linesCount);
        var devices = rules.Where(rule => rule.When?.Device is not null).ToList();
        if (devices.Count > 0)
            yield return Tag("p", "Within a class it makes a difference whether a device is registered: ", devices.Select((rule, index) => new object[] { index == 0 ? "" : "; ", "the rule ", Tag("code", rule.Name), $" speaks only of users {Words.OfDevice(rule.When!.Device!.Value)}" }), ".");
    }

    private static XElement Article(NumberClass known, bool withLines) => Tag("article", Class($"class{(known.IsServed ? "" : " unserved")}"),
        Tag("h4", known.Name, " ", Tag("span", Class(known.IsServed ? "badge straight" : "badge noNumbers"), known.IsServed ? "served" : "served nowhere")),
        Tag("p", $"{known.Description[..1].ToUpperInvariant()}{known.Description[1..]}."),
        known.Account.Count == 0 ? null : Tag("p", "Accounts: ", Tag("b", string.Join(", ", known.Account)), "."),
        known.Members.GroupBy(member => withLines ? string.Join(", ", member.LineTypes.Select(Words.Apart)) : "").Select(alike => Members([.. alike], alike.Key)));

    /// <param name="members">Numbers of the same kinds of line.</param>
    /// <param name="lines">Those kinds; empty where they make no difference.</param>
    private static XElement Members(IReadOnlyList<ClassMember> members, string lines)
    {
        var suffix = lines.Length == 0 ? "" : $" ({lines})";
        var names = members.SelectMany(member => member.Carriers.DefaultIfEmpty().Select(carrier => CountryNames.Of(new NumberKind(member.Country, carrier)))).ToList();
        if (names.Count <= MostNames)
            return Tag("p", Tag("b", string.Join("; ", names)), suffix, ".");
        var carriers = members.Sum(member => member.Carriers.Count(carrier => carrier != ClassMember.AnyOtherCarrier));
        return Folded($"{Words.Count(members.Select(member => member.Country).Distinct().Count(), "country", "countries")}{(carriers == 0 ? "" : $", {Words.Count(carriers, "carrier")} by name")}{suffix}", Tag("p", string.Join("; ", names)));
    }
}
