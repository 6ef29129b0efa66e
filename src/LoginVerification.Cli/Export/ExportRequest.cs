using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>What is to be exported, and where to.</summary>
/// <param name="Policy">The rules.</param>
/// <param name="Format">In which form.</param>
/// <param name="Scale">How far books are kept.</param>
/// <param name="Out">The file, or null for standard output.</param>
internal sealed record ExportRequest(EnrolmentPolicy Policy, ExportFormat Format, ExplorationScale Scale, string? Out);
