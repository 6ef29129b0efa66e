using LoginVerification.Exploration;
using LoginVerification.Policies;

namespace LoginVerification.Docs.Tests;

/// <summary>The code of <c>docs/changes.md</c>, as it stands there.</summary>
internal static class ChangesSnippets
{
    public static (PolicyDifference Difference, RepairAnswer Answer, IReadOnlyList<PolicyMutation> Mending) Run()
    {
        #region changes
        var explorer = new Explorer();
        var (before, after) = (ShippedPolicies.Load("twitter-2014"), ShippedPolicies.Load("twitter-2014-web-takes-code"));

        var difference = PolicyDifferences.Between(before, after, RouteLinks.Visible, explorer: explorer);
        Console.WriteLine($"{difference.Gained.Count} cells gained, {difference.Lost.Count} lost, {difference.Stranded?.Sum(users => users.States)} states stranded");

        var property = PolicyProperties.All.Single(known => known.Name == "NoTrapVisible");
        var answer = PolicyRepairs.Of(before, property, explorer: explorer);
        Console.WriteLine($"{string.Join(", ", answer.Repairs[0].Changes)}: {PolicyEdit.ToJsonPatch(answer.Repairs[0].Edits).ToJsonString()}");

        var mending = PolicyMutations.Of(before, explorer: explorer)
            .Where(mutation => mutation.Verdicts.Any(flip => flip.Property == property.Name && flip.Effect is PropertyEffect.Repaired))
            .ToList();
        #endregion
        return (difference, answer, mending);
    }
}
