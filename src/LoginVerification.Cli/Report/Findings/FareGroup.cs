using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>The numbers whose users fare alike on every surface.</summary>
/// <param name="Numbers">They, by name.</param>
/// <param name="Account">What the users' accounts are; nothing where all accounts fare alike.</param>
/// <param name="Fares">How they fare, in the order of the surfaces.</param>
internal sealed record FareGroup(IReadOnlyList<NumberKind> Numbers, ValueList<AttributeValue> Account, IReadOnlyList<Fare> Fares)
{
    /// <summary>How they fare from where they fare worst.</summary>
    public Ease Worst => Fares.Max(fare => fare.Ease);

    /// <summary>The groups of a policy: who fares worst first, whole countries before carriers, many before few; countries without numbers last.</summary>
    public static IReadOnlyList<FareGroup> Of(PolicyRoutes routes)
    {
        var fares = routes.Matrix().Zip(routes.Matrix(links: RouteLinks.Visible), (best, inSight) => new Fare(best, inSight));
        return
        [
            .. fares.GroupBy(fare => new NumberKind(fare.Best.Country, fare.Best.Carrier))
                .SelectMany(number => UsersOfNumber.Of(number, fare => fare.Best.Account, KeyOf), (number, users) => (Number: number.Key, users.Account, Fares: users.Said))
                .GroupBy(users => (Key: KeyOf(users.Fares), users.Account))
                .Select(alike => new FareGroup([.. alike.Select(users => users.Number).OrderBy(CountryNames.Of, StringComparer.Ordinal)], alike.Key.Account, alike.First().Fares))
                .OrderBy(group => group.Worst is Ease.NoNumbers)
                .ThenByDescending(group => group.Worst)
                .ThenByDescending(group => group.Numbers.Any(number => number.IsCountry))
                .ThenByDescending(group => group.Numbers.Count)
                .ThenBy(group => CountryNames.Of(group.Numbers[0]), StringComparer.Ordinal),
        ];

        static string KeyOf(IEnumerable<Fare> fares) => string.Join("\n\n", fares.Select(fare => fare.Key));
    }
}
