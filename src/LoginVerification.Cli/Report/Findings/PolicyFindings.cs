using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>All that a report tells of one policy.</summary>
/// <param name="Written">How the policy was named on the command line.</param>
/// <param name="Request">What was to be explored.</param>
/// <param name="Explored">Its states and properties.</param>
/// <param name="Groups">Who fares how.</param>
internal sealed record PolicyFindings(string Written, ExploreRequest Request, Exploring Explored, IReadOnlyList<FareGroup> Groups)
{
    public EnrolmentPolicy Policy => Request.Policy;

    /// <summary>The lifecycle alone: a report asks for every property.</summary>
    public LifecycleExploration Lifecycle => Explored.Lifecycle!;

    public IReadOnlyList<Surface> Surfaces => Policy.Screens.Surfaces;

    /// <summary>The countries that have phone numbers; one whose carriers are told apart counts by those that no rule names.</summary>
    public int Countries => Groups.Where(group => group.Worst is not Ease.NoNumbers).SelectMany(group => group.Numbers).Where(number => number.IsCountry).Select(number => number.Country).Distinct().Count();

    /// <summary>The kinds of accounts, where some fare otherwise than others; else one of which nothing is told.</summary>
    public IReadOnlyList<ValueList<AttributeValue>> Accounts => Groups.All(group => group.Account.Count == 0) ? [[]] : PolicyAccounts.Of(Policy);

    /// <summary>Names groups of numbers by the names of their countries.</summary>
    public NumberNames Names { get; } = new([.. Groups.SelectMany(group => group.Numbers)], CountryNames.Of, "; ");

    /// <exception cref="BadInputException">The scale is too large, or its bounds contradict each other.</exception>
    public static async Task<PolicyFindings> FindAsync(string written, ExploreRequest request, ProgressLine? progress, CancellationToken cancellationToken)
    {
        var explorer = new Explorer();
        var explored = await Exploring.RunAsync(request, explorer, progress, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return new PolicyFindings(written, request, explored, FareGroup.Of(PolicyRoutes.Of(request.Policy, explorer)));
    }

    /// <summary>A group, by its numbers and its accounts.</summary>
    public string NameOf(FareGroup group) => $"{Names.Of(group.Numbers)}{AccountWords.Beside(group.Account)}";

    /// <summary>In how many countries accounts of a kind fare so on a surface.</summary>
    public int CountriesWhere(int surface, ValueList<AttributeValue> account, Func<Fare, bool> holds) => Groups
        .Where(group => group.Worst is not Ease.NoNumbers && group.Account.All(account.Contains) && holds(group.Fares[surface]))
        .Sum(group => group.Numbers.Count(number => number.IsCountry));
}
