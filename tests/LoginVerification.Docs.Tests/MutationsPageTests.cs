using LoginVerification.Exploration;
using LoginVerification.Policies;

namespace LoginVerification.Docs.Tests;

/// <summary>docs/mutations.md: every single change of the shipped policies, and the verdicts that it turns over.</summary>
public class MutationsPageTests
{
    /// <summary>One for all: most mutations leave the limits alone, so that they share a decision table.</summary>
    private static readonly Explorer Explorer = new();

    private const string Page = "docs/mutations.md";

    private const string Invalid = "(not a valid policy)";
    private const string Nothing = "(none)";

    private static readonly Dictionary<string, IReadOnlyList<PolicyMutation>> Tried =
        ShippedPolicies.Names.ToDictionary(name => name, name => (IReadOnlyList<PolicyMutation>)[.. PolicyMutations.Of(ShippedPolicies.Load(name), explorer: Explorer)]);

    [Theory]
    [InlineData("consistent")]
    [InlineData("twitter-2014")]
    [InlineData("twitter-2014-web-takes-code")]
    public void The_page_has_every_change_of_a_policy(string name)
    {
        var table = new Table("verdicts that flip", "changes that flip them");
        foreach (var alike in Tried[name].GroupBy(Summary).OrderBy(alike => alike.Key is Nothing or Invalid))
            table.Row(alike.Key, string.Join("; ", alike.Select(tried => tried.Change)));

        GeneratedPart.Check(Page, name, table.ToString());
    }

    [Fact]
    public void Each_property_is_flipped_by_some_change()
    {
        var table = new Table(["property", .. ShippedPolicies.Names]);
        foreach (var property in PolicyProperties.All)
        {
            var counts = ShippedPolicies.Names.Select(name => Tried[name].Count(tried => tried.Verdicts.Any(flip => flip.Property == property.Name))).ToList();
            Assert.True(counts.Sum() > 0, $"No change flips {property.Name}.");
            table.Row([property.Name, .. counts.Select(count => $"{count}")]);
        }

        GeneratedPart.Check(Page, "properties", table.ToString());
    }

    private static string Summary(PolicyMutation tried) =>
        !tried.IsValid ? Invalid : tried.Verdicts.Count == 0 ? Nothing : string.Join(", ", tried.Verdicts.Select(Flip.Of));
}
