namespace LoginVerification.Exploration;

/// <summary>A run that never comes to its goal: a path, and then a cycle for ever.</summary>
/// <param name="Stem">The path, where the cycle begins last.</param>
/// <param name="Cycle">One round, which begins and ends in the same state; empty where the path ends for want of a move.</param>
internal sealed record Lasso(IReadOnlyList<StateId> Stem, IReadOnlyList<StateId> Cycle);
