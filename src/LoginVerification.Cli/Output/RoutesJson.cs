using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>The answer of <c>routes</c>. The carrier is null where no rule tells the country's carriers apart.</summary>
internal sealed record RoutesJson(string Policy, string Country, string? Carrier, string Links, IReadOnlyList<RouteJson> Routes)
{
    public static RoutesJson Of(RoutesRequest request, IReadOnlyList<PolicyRoute> routes) =>
        new(request.Policy.Name, request.Country.Value, routes[0].Carrier, Words.Camel(request.Links), [.. routes.Select(RouteJson.Of)]);
}
