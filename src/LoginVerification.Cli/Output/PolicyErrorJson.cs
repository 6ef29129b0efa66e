namespace LoginVerification.Cli;

/// <summary>One error of a policy file.</summary>
internal sealed record PolicyErrorJson(string Path, int? Line, string Message);
