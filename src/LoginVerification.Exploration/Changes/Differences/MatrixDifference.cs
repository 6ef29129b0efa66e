namespace LoginVerification.Exploration;

/// <summary>Compares the matrices of two policies. A surface that one of them lacks has no way there.</summary>
internal static class MatrixDifference
{
    /// <summary>The cells that differ, in steps or in the first refusal, by surface, country, carrier, account and device, in the order of the policies.</summary>
    public static IReadOnlyList<CellChange> Between(EnrolmentPolicy left, EnrolmentPolicy right, Explorer explorer, RouteLinks links)
    {
        var (before, after) = (PolicyRoutes.Of(left, explorer), PolicyRoutes.Of(right, explorer));
        var carriers = Countries.All.ToDictionary(country => country, country => CarriersOf(country, left, right));
        var accounts = CommonAccount.Of(left, right);
        return
        [
            .. from surface in left.Screens.Surfaces.Union(right.Screens.Surfaces)
               from country in Countries.All
               from carrier in carriers[country]
               let cell = new CellChange(surface, country, NameOf(carrier, carriers[country]), null, null)
               from change in Told(accounts.SelectMany(account => PolicyModel.Devices, (account, device) =>
                   Between(cell with { Account = account.Told, Device = device }, Route(before, left, cell, carrier, account.Left, device), Route(after, right, cell, carrier, account.Right, device))))
               where change.Left != change.Right || change.LeftRefusal != change.RightRefusal
               select change,
        ];

        PolicyRoute? Route(PolicyRoutes routes, EnrolmentPolicy policy, CellChange cell, Carrier? carrier, ValueList<AttributeValue> account, bool device) =>
            policy.Screens.Surfaces.Contains(cell.Surface) ? routes.Find(cell.Surface, cell.Country, carrier, links, device, account) : null;
    }

    private static CellChange Between(CellChange cell, PolicyRoute? left, PolicyRoute? right) =>
        cell with { Left = StepsOf(left), Right = StepsOf(right), LeftRefusal = left?.Refusal?.Code, RightRefusal = right?.Refusal?.Code };

    private static int? StepsOf(PolicyRoute? route) => route is { IsReachable: true } ? route.Steps.Count : null;

    /// <summary>The users of one cell; told apart by account and device only where those fare otherwise.</summary>
    private static IEnumerable<CellChange> Told(IEnumerable<CellChange> users)
    {
        var all = users.ToList();
        var tellsAccounts = all.GroupBy(user => user.Device).Any(Differs);
        return all.GroupBy(user => user.Account)
            .SelectMany(own => Differs(own) ? own : own.Select(user => user with { Device = null }))
            .Select(user => tellsAccounts ? user : user with { Account = null }).Distinct();

        static bool Differs(IEnumerable<CellChange> alike) => alike.Select(user => (user.Left, user.Right, user.LeftRefusal, user.RightRefusal)).Distinct().Skip(1).Any();
    }

    /// <summary>Those that either policy names, and one that neither does, which comes last.</summary>
    private static IReadOnlyList<Carrier?> CarriersOf(CountryCode country, EnrolmentPolicy left, EnrolmentPolicy right) =>
        [.. NumberClasses.CarriersOf(country, left).Union(NumberClasses.CarriersOf(country, right)).OrderBy(carrier => carrier is null)];

    private static string? NameOf(Carrier? carrier, IReadOnlyList<Carrier?> all) => all.Count == 1 ? null : carrier?.Name ?? PolicyRoute.AnyOtherCarrier;
}
