using System.Collections.Concurrent;

namespace LoginVerification.Exploration;

/// <summary>
/// The ways through a policy's screens: for each surface, country, carrier and kind of account, the shortest one to <c>VerificationEnabled</c> and the first
/// refusal. The numbers are mobile, as a mobile of the country is read: in some, it cannot be told from a fixed line. A country without numbers
/// has no way. The user begins with a device or without, and can register one as a step where the app channel is offered. Nobody errs, the SMS
/// arrives at once, and no staff helps. Immutable and thread-safe.
/// </summary>
public sealed class PolicyRoutes
{
    private readonly PolicyModel model;
    private readonly RouteSearch search;
    private readonly FirstRefusal refusals;
    private readonly ConcurrentDictionary<(ClassId Number, ScreenId Home, RouteLinks Links, bool Device), (IReadOnlyList<Step>? Steps, Step? DeadEnd, FirstRefusal.Met? Refused)> found = [];

    private PolicyRoutes(PolicyModel model)
    {
        this.model = model;
        var user = new UserMoves(model);
        search = new RouteSearch(model, user);
        refusals = new FirstRefusal(model, user);
    }

    /// <summary>Prepares the routes of a policy, which takes a moment. What is prepared serves all surfaces, countries and carriers: keep it.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="explorer">One that remembers what it worked out. Without one, everything is worked out anew at each call.</param>
    public static PolicyRoutes Of(EnrolmentPolicy policy, Explorer? explorer = null)
    {
        ArgumentNullException.ThrowIfNull(policy);
        // Who neither errs nor waits meets no limit, so that the smallest bounds say it all.
        var smallest = new ExplorationScale { Numbers = 1, WrongTries = 1, EveryFailures = 1, FinalFailures = 1, SendsPerNumber = 2, SendsPerAccount = 2 };
        return new PolicyRoutes((explorer ?? new Explorer()).ModelOf(policy, smallest.For(policy), CancellationToken.None));
    }

    /// <summary>The route from one surface.</summary>
    /// <param name="from">The surface at whose home the user begins.</param>
    /// <param name="country">The country of the number.</param>
    /// <param name="carrier">Its carrier, or null for one that no rule names.</param>
    /// <param name="links">Which links may be followed.</param>
    /// <param name="device">Whether the user begins with a registered device.</param>
    /// <param name="account">What the account is; what is not stated has the first of its values.</param>
    /// <exception cref="ArgumentException">The policy declares no such surface or attribute, or there is no such country.</exception>
    public PolicyRoute Find(
        Surface from, CountryCode country, Carrier? carrier = null, RouteLinks links = RouteLinks.All, bool device = false, ValueList<AttributeValue>? account = null)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(country);
        var home = model.Screens.HomeOf(from);
        Ensure(country, nameof(country));
        var kind = PolicyAccounts.Of(model.Policy, account)[0];
        return RouteOf(home, new RouteUser(country, carrier, kind, ClassOf(country, carrier, kind)), links, device);
    }

    /// <summary>
    /// The routes from every surface for every country, in that order. A country whose carriers a rule tells apart has one route for each
    /// named carrier and one for any other; and where rules tell accounts apart, one for each kind of account.
    /// </summary>
    /// <param name="countries">Which countries; all of <see cref="Countries.All"/>, if nothing is stated.</param>
    /// <param name="links">Which links may be followed.</param>
    /// <param name="device">Whether the user begins with a registered device.</param>
    /// <param name="account">Which accounts alone: those that have what is stated. All, if nothing is stated.</param>
    /// <exception cref="ArgumentException">There is no such country, or the policy declares no such attribute.</exception>
    public IReadOnlyList<PolicyRoute> Matrix(
        IReadOnlyList<CountryCode>? countries = null, RouteLinks links = RouteLinks.All, bool device = false, ValueList<AttributeValue>? account = null)
    {
        countries ??= Countries.All;
        foreach (var country in countries)
            Ensure(country, nameof(countries));
        var kinds = PolicyAccounts.Of(model.Policy, account);
        var users = from country in countries
                    from carrier in CarriersOf(country).OrderBy(carrier => carrier is null)
                    from alike in PolicyAccounts.Alike(kinds, kind => ClassOf(country, carrier, kind))
                    select new RouteUser(country, carrier, alike.Account, alike.Key);
        var all = users.ToList();
        return [.. model.Screens.Homes.SelectMany(home => all.Select(user => RouteOf(home, user, links, device)))];
    }

    private static void Ensure(CountryCode country, string parameter)
    {
        if (Countries.Complaint(country) is { } complaint)
            throw new ArgumentException(complaint, parameter);
    }

    private PolicyRoute RouteOf(Screen home, RouteUser user, RouteLinks links, bool device)
    {
        var (steps, deadEnd, refused) = user.Class is { } known
            ? found.GetOrAdd((known, home.Id, links, device), _ => WayOf(known, home, links, device))
            : (null, null, new FirstRefusal.Met(refusals.OfNoNumber(home), null));
        var carriers = CarriersOf(user.Country).ToList();
        return new PolicyRoute
        {
            From = home.Surface,
            Country = user.Country,
            Carrier = carriers is [_] ? null : user.Carrier is { } named && carriers.Contains(named) ? named.Name : PolicyRoute.AnyOtherCarrier,
            Account = user.Account,
            BeginsWithDevice = device,
            IsReachable = steps is not null,
            Steps = steps ?? [],
            DeadEnd = deadEnd,
            Refusal = refused?.Refusal,
            RefusedAt = refused?.At?.Name,
        };
    }

    private (IReadOnlyList<Step>? Steps, Step? DeadEnd, FirstRefusal.Met? Refused) WayOf(ClassId number, Screen home, RouteLinks links, bool device)
    {
        var (steps, deadEnd) = search.Find(number, home, links, device);
        return (steps, deadEnd, refusals.Find(number, home, links, device));
    }

    private IEnumerable<Carrier?> CarriersOf(CountryCode country) => NumberClasses.CarriersOf(country, model.Policy);

    private ClassId? ClassOf(CountryCode country, Carrier? carrier, ValueList<AttributeValue> account) => NumberClasses.IdOf(model.Classes, country, carrier, model.Policy, account);

    /// <summary>Whose route it is.</summary>
    /// <param name="Country">The country of the number.</param>
    /// <param name="Carrier">Its carrier; null for one that no rule names.</param>
    /// <param name="Account">What the account is.</param>
    /// <param name="Class">The class of both; null where the country has no numbers.</param>
    private sealed record RouteUser(CountryCode Country, Carrier? Carrier, ValueList<AttributeValue> Account, ClassId? Class);
}
