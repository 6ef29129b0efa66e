namespace LoginVerification.Exploration;

/// <summary>Compares the matrices of two policies. A surface that one of them lacks has no way there.</summary>
internal static class MatrixDifference
{
    /// <summary>The cells that differ, by surface, country and carrier, in the order of the policies.</summary>
    public static IReadOnlyList<CellChange> Between(EnrolmentPolicy left, EnrolmentPolicy right, Explorer explorer, RouteLinks links)
    {
        var (before, after) = (PolicyRoutes.Of(left, explorer), PolicyRoutes.Of(right, explorer));
        var carriers = Countries.All.ToDictionary(country => country, country => CarriersOf(country, left, right));
        return
        [
            .. from surface in left.Screens.Surfaces.Union(right.Screens.Surfaces)
               from country in Countries.All
               from carrier in carriers[country]
               let change = new CellChange(surface, country, NameOf(carrier, carriers[country]), Steps(before, left, surface, country, carrier), Steps(after, right, surface, country, carrier))
               where change.Left != change.Right
               select change,
        ];

        int? Steps(PolicyRoutes routes, EnrolmentPolicy policy, Surface surface, CountryCode country, Carrier? carrier) =>
            policy.Screens.Surfaces.Contains(surface) && routes.Find(surface, country, carrier, links) is { IsReachable: true } route ? route.Steps.Count : null;
    }

    /// <summary>Those that either policy names, and one that neither does, which comes last.</summary>
    private static IReadOnlyList<Carrier?> CarriersOf(CountryCode country, EnrolmentPolicy left, EnrolmentPolicy right) =>
        [.. NumberClasses.CarriersOf(country, left).Union(NumberClasses.CarriersOf(country, right)).OrderBy(carrier => carrier is null)];

    private static string? NameOf(Carrier? carrier, IReadOnlyList<Carrier?> all) => all.Count == 1 ? null : carrier?.Name ?? PolicyRoute.AnyOtherCarrier;
}
