using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>What is to be explored.</summary>
/// <param name="Policy">The rules.</param>
/// <param name="Scale">How far books are kept.</param>
/// <param name="Properties">The names of the properties that are asked for.</param>
internal sealed record ExploreRequest(EnrolmentPolicy Policy, ExplorationScale Scale, IReadOnlySet<string> Properties);
