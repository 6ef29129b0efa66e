using System.Globalization;
using System.Text;
using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>Several policies side by side: what was looked at, each verdict, and the share of countries that each surface leads to the end.</summary>
/// <param name="Policies">Their names, a column each; two of one name have a piece of their digest besides.</param>
/// <param name="Rows">The rows, in parts.</param>
internal sealed record Comparison(IReadOnlyList<string> Policies, IReadOnlyList<ComparisonRow> Rows)
{
    private static readonly CompositeFormat Share = CompositeFormat.Parse("{0:0.0} %");

    public static Comparison Of(IReadOnlyList<PolicyFindings> policies) => new(NamesOf(policies), [.. Sizes(policies), .. Verdicts(policies), .. Reaches(policies)]);

    /// <summary>What the columns are called.</summary>
    public static IReadOnlyList<string> NamesOf(IReadOnlyList<PolicyFindings> policies) =>
    [
        .. policies.Select(one => policies.Count(other => other.Policy.Name == one.Policy.Name) > 1
            ? $"{one.Policy.Name} ({one.Explored.Screens.PolicyDigest.Split(':')[1][..8]})"
            : one.Policy.Name),
    ];

    private static IEnumerable<ComparisonRow> Sizes(IReadOnlyList<PolicyFindings> policies) =>
    [
        Row("size", "every state looked at", policies, one => one.Explored.Screens.IsComplete ? new ComparisonCell("yes", "true") : new ComparisonCell("no", "false")),
        Row("size", "states", policies, one => Count(one.Explored.Screens.States)),
        Row("size", "edges", policies, one => Count(one.Explored.Screens.Edges)),
        Row("size", "depth", policies, one => Count(one.Explored.Screens.Depth)),
        Row("size", "classes of numbers", policies, one => Count(one.Explored.Screens.Classes.Count)),
        Row("size", "states of sign-ins", policies, one => Count(one.Explored.Screens.SignInStates)),
    ];

    private static IEnumerable<ComparisonRow> Verdicts(IReadOnlyList<PolicyFindings> policies) => PolicyProperties.All.Select(property => Row(
        "property",
        property.Name,
        policies,
        one => VerdictOf(one.Explored.Screens.Properties.First(told => told.Name == property.Name).Verdict)));

    private static ComparisonCell VerdictOf(Verdict verdict) => new(VerdictWords.Of(verdict), Words.Camel(verdict));

    private static IEnumerable<ComparisonRow> Reaches(IReadOnlyList<PolicyFindings> policies) =>
        from surface in policies.SelectMany(one => one.Surfaces).Distinct()
        from reach in new (string Links, Func<Fare, bool> Holds)[] { ("visible links", fare => fare.InSight.IsReachable), ("all links", fare => fare.Best.IsReachable), ("straight through", fare => fare.Ease is Ease.Straight) }
        select Row("countries", $"from {surface}, {reach.Links}", policies, one => Reach(one, surface, reach.Holds));

    private static ComparisonCell? Reach(PolicyFindings policy, Surface surface, Func<Fare, bool> holds)
    {
        if (policy.Surfaces.Index().FirstOrDefault(known => known.Item == surface) is not (var index, { }))
            return null;
        var share = policy.Accounts.Average(account => policy.CountriesWhere(index, account, holds)) / policy.Countries;
        return new ComparisonCell(string.Format(CultureInfo.InvariantCulture, Share, share * 100), share.ToString("0.0000", CultureInfo.InvariantCulture));
    }

    private static ComparisonCell Count(long count) => new(count.ToString("N0", CultureInfo.InvariantCulture), count.ToString(CultureInfo.InvariantCulture));

    private static ComparisonRow Row(string part, string name, IEnumerable<PolicyFindings> policies, Func<PolicyFindings, ComparisonCell?> cell) => new(part, name, [.. policies.Select(cell)]);
}

/// <summary>A row of a comparison. A cell is null where the policy has no such thing.</summary>
internal sealed record ComparisonRow(string Part, string Name, IReadOnlyList<ComparisonCell?> Cells);

/// <summary>A cell of a comparison.</summary>
/// <param name="Text">It for people.</param>
/// <param name="Value">It for programs.</param>
internal sealed record ComparisonCell(string Text, string Value);

/// <summary>Verdicts as words.</summary>
internal static class VerdictWords
{
    public static string Of(Verdict verdict) => verdict is Verdict.NotClosed ? "not closed" : Words.Camel(verdict);
}
