namespace LoginVerification.Cli;

/// <summary>A class of numbers, and whether some surface accepts them.</summary>
internal sealed record ClassJson(string Name, bool Served, int Countries);
