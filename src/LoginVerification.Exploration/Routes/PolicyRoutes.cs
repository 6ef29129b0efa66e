using System.Collections.Concurrent;

namespace LoginVerification.Exploration;

/// <summary>
/// The ways through a policy's screens: for each surface, country and carrier, the shortest one to <c>VerificationEnabled</c> and the first
/// refusal. The numbers are mobile, the user has no device and errs nowhere, the SMS arrives at once, and no staff helps.
/// Immutable and thread-safe.
/// </summary>
public sealed class PolicyRoutes
{
    private readonly PolicyModel product;
    private readonly RouteSearch search;
    private readonly FirstRefusal refusals;
    private readonly ConcurrentDictionary<(int Number, int Home, RouteLinks Links), (IReadOnlyList<RouteStep>? Steps, Refusal? Refusal)> known = [];

    private PolicyRoutes(PolicyModel product)
    {
        this.product = product;
        var user = new UserMoves(product);
        search = new RouteSearch(product, user);
        refusals = new FirstRefusal(product, user);
    }

    /// <summary>Prepares the routes of a policy. What is prepared serves all surfaces, countries and carriers.</summary>
    /// <param name="policy">The policy.</param>
    public static PolicyRoutes Of(EnrolmentPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        // Who neither errs nor waits meets no limit, so that the smallest bounds say it all.
        var smallest = new ExplorationScale { Numbers = 1, WrongTries = 1, EveryFailures = 1, FinalFailures = 1, SendsPerNumber = 2, SendsPerAccount = 2 };
        return new PolicyRoutes(Explorer.ProductOf(policy, smallest.For(policy.Document), CancellationToken.None));
    }

    /// <summary>The route from one surface.</summary>
    /// <param name="from">The surface at whose home the user begins.</param>
    /// <param name="country">The country of the number.</param>
    /// <param name="carrier">Its carrier, or null for one that no rule names.</param>
    /// <param name="links">Which links may be followed.</param>
    /// <exception cref="ArgumentException">The policy declares no such surface, or there is no such country.</exception>
    public PolicyRoute Find(Surface from, CountryCode country, Carrier? carrier = null, RouteLinks links = RouteLinks.All)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(country);
        product.Policy.Gate.EnsureDeclares(from);
        Demand(country, nameof(country));
        var home = product.Site.Homes.First(page => product.Site.Pages[page].Surface == from);
        return RouteOf(home, country, carrier, NumberOf(country, carrier), links);
    }

    /// <summary>
    /// The routes from every surface for every country, in that order. A country whose carriers a rule tells apart has one route for each
    /// named carrier and one for any other.
    /// </summary>
    /// <param name="countries">Which countries; all of <see cref="Countries.All"/>, if nothing is stated.</param>
    /// <param name="links">Which links may be followed.</param>
    /// <exception cref="ArgumentException">There is no such country.</exception>
    public IReadOnlyList<PolicyRoute> Matrix(IReadOnlyList<CountryCode>? countries = null, RouteLinks links = RouteLinks.All)
    {
        countries ??= Countries.All;
        foreach (var country in countries)
            Demand(country, nameof(countries));
        var numbers = countries
            .SelectMany(country => CarriersOf(country).OrderBy(carrier => carrier is null).Select(carrier => (country, carrier, Number: NumberOf(country, carrier))))
            .ToList();
        return [.. product.Site.Homes.SelectMany(home => numbers.Select(known => RouteOf(home, known.country, known.carrier, known.Number, links)))];
    }

    private static void Demand(CountryCode country, string parameter)
    {
        if (Countries.Complaint(country) is { } complaint)
            throw new ArgumentException(complaint, parameter);
    }

    private PolicyRoute RouteOf(int home, CountryCode country, Carrier? carrier, int number, RouteLinks links)
    {
        var (steps, refusal) = known.GetOrAdd((number, home, links), key => (search.Find(key.Number, key.Home, key.Links), refusals.Find(key.Number, key.Home, key.Links)));
        return new PolicyRoute
        {
            From = product.Site.Pages[home].Surface,
            Country = country,
            Carrier = CarriersOf(country).Skip(1).Any() ? carrier?.Name ?? PolicyRoute.AnyOtherCarrier : null,
            IsReachable = steps is not null,
            Steps = steps ?? [],
            Refusal = refusal,
        };
    }

    private IEnumerable<Carrier?> CarriersOf(CountryCode country) => NumberClasses.CarriersOf(country, product.Policy.Document.Rules);

    private int NumberOf(CountryCode country, Carrier? carrier) => NumberClasses.IndexOf(product.Classes, country, carrier, product.Policy);
}
