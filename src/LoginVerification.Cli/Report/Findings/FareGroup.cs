using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>Whose number it is, as far as routes tell numbers and accounts apart.</summary>
/// <param name="Country">The country.</param>
/// <param name="Carrier">The carrier; null where carriers make no difference.</param>
/// <param name="Account">What tells the accounts from others; nothing where all fare alike.</param>
internal sealed record NumberKind(CountryCode Country, string? Carrier, ValueList<AttributeValue> Account)
{
    /// <summary>Whether it stands for the whole country: for all of it, or for all whom no rule names.</summary>
    public bool IsCountry => Carrier is null or PolicyRoute.AnyOtherCarrier;

    public string Name => $"{Number}{(Account.Count == 0 ? "" : $", {AccountWords.Of(Account)}")}";

    private string Number => $"{CountryNames.Of(Country)}{Carrier switch { null => "", PolicyRoute.AnyOtherCarrier => ", any other carrier", var carrier => $", {carrier}" }}";
}

/// <summary>The numbers whose users fare alike on every surface.</summary>
/// <param name="Numbers">They, by name.</param>
/// <param name="Fares">How they fare, in the order of the surfaces.</param>
internal sealed record FareGroup(IReadOnlyList<NumberKind> Numbers, IReadOnlyList<Fare> Fares)
{
    public Ease Worst => Fares.Max(fare => fare.Ease);

    /// <summary>The groups of a policy: who fares worst first, whole countries before carriers, many before few; countries without numbers last.</summary>
    public static IReadOnlyList<FareGroup> Of(PolicyRoutes routes)
    {
        var fares = routes.Matrix().Zip(routes.Matrix(links: RouteLinks.Visible), (best, inSight) => new Fare(best, inSight));
        return
        [
            .. fares.GroupBy(fare => (fare.Best.Country, fare.Best.Carrier))
                .SelectMany(number => UsersOfNumber.Of(number, fare => fare.Best.Account, KeyOf)
                    .Select(user => (Number: new NumberKind(number.Key.Country, number.Key.Carrier, user.Account), Fares: user.Said)))
                .GroupBy(user => KeyOf(user.Fares))
                .Select(alike => new FareGroup([.. alike.Select(user => user.Number).OrderBy(number => number.Name, StringComparer.Ordinal)], alike.First().Fares))
                .OrderBy(group => group.Worst is Ease.NoNumbers)
                .ThenByDescending(group => group.Worst)
                .ThenByDescending(group => group.Numbers.Any(number => number.IsCountry))
                .ThenByDescending(group => group.Numbers.Count)
                .ThenBy(group => group.Numbers[0].Name, StringComparer.Ordinal),
        ];

        static string KeyOf(IEnumerable<Fare> fares) => string.Join("\n\n", fares.Select(fare => fare.Key));
    }
}
