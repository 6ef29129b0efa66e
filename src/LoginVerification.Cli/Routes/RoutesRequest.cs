using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>Which routes are asked for.</summary>
/// <param name="Policy">The rules.</param>
/// <param name="Country">The country of the number.</param>
/// <param name="Carrier">Its carrier, if one was stated.</param>
/// <param name="From">The surfaces where the user may begin.</param>
/// <param name="Links">Which links may be followed.</param>
internal sealed record RoutesRequest(EnrolmentPolicy Policy, CountryCode Country, Carrier? Carrier, IReadOnlyList<Surface> From, RouteLinks Links);
