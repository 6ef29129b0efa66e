namespace LoginVerification.Exploration.Tests.Oracles;

/// <summary>How large a state space is.</summary>
internal sealed record Counts(long States, long Edges);
