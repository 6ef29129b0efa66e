using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>Which matrix is asked for.</summary>
/// <param name="Policy">The rules.</param>
/// <param name="Countries">Its countries.</param>
/// <param name="Links">Which links may be followed.</param>
internal sealed record MatrixRequest(EnrolmentPolicy Policy, IReadOnlyList<CountryCode> Countries, RouteLinks Links);
