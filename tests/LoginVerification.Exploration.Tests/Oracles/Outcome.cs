namespace LoginVerification.Exploration.Tests.Oracles;

/// <summary>What came of a program.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Error);
