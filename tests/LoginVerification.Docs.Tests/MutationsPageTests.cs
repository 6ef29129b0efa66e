using LoginVerification.Exploration;
using LoginVerification.Policies;

namespace LoginVerification.Docs.Tests;

/// <summary>
/// docs/mutations.md: every single change of the shipped policies, and the verdicts that it turns over. All three policies are compared before a
/// release (FULL=1), for they take a minute and a half; on every other run that with the most kinds of parts.
/// </summary>
public class MutationsPageTests
{
    private const string Page = "docs/mutations.md";
    private const string OnEveryRun = "twitter-2014";

    private const string Invalid = "(not a valid policy)";
    private const string Nothing = "(none)";

    /// <summary>One for all: most mutations leave the limits alone, so that they share a decision table.</summary>
    private static readonly Explorer Explorer = new();

    private static readonly bool IsFull = GeneratedPart.Update || Environment.GetEnvironmentVariable("FULL") == "1";

    private static readonly IReadOnlyList<string> Compared = IsFull ? ShippedPolicies.Names : [OnEveryRun];

    private static readonly Dictionary<string, IReadOnlyList<PolicyMutation>> Tried =
        Compared.ToDictionary(name => name, name => (IReadOnlyList<PolicyMutation>)[.. PolicyMutations.Of(ShippedPolicies.Load(name), explorer: Explorer)]);

    [Fact]
    public void The_page_has_every_change_of_a_policy() => Assert.All(Compared, name =>
    {
        var table = new Table("verdicts that flip", "changes that flip them");
        foreach (var alike in Tried[name].GroupBy(Summary).OrderBy(alike => alike.Key is Nothing or Invalid))
            table.Row(alike.Key, string.Join("; ", alike.Select(tried => tried.Change)));

        GeneratedPart.Check(Page, name, table.ToString());
    });

    [Fact]
    public void Each_property_is_flipped_by_some_change()
    {
        var told = GeneratedPart.LinesOf(Page, "properties").Skip(2).Select(line => line.Trim('|', ' ').Split(" | ")).ToDictionary(row => row[0], row => row[1..]);
        var table = new Table(["property", .. ShippedPolicies.Names]);
        foreach (var property in PolicyProperties.All)
        {
            var counts = ShippedPolicies.Names.Select((name, column) => Tried.TryGetValue(name, out var tried) ? $"{CountOf(tried, property)}" : told.GetValueOrDefault(property.Name)?[column] ?? "0").ToList();
            Assert.True(counts.Exists(count => count != "0"), $"No change flips {property.Name}.");
            table.Row([property.Name, .. counts]);
        }

        GeneratedPart.Check(Page, "properties", table.ToString());
    }

    private static int CountOf(IReadOnlyList<PolicyMutation> tried, PolicyProperty property) => tried.Count(one => one.Verdicts.Any(flip => flip.Property == property.Name));

    private static string Summary(PolicyMutation tried) =>
        !tried.IsValid ? Invalid : tried.Verdicts.Count == 0 ? Nothing : string.Join(", ", tried.Verdicts.Select(Flip.Of));
}
