namespace LoginVerification.Exploration;

/// <summary>What becomes of one part of a shape.</summary>
/// <param name="Component">The index of the part.</param>
/// <param name="Kind">How it changes.</param>
/// <param name="Value">The constant, where it is set.</param>
internal readonly record struct Change(int Component, ChangeKind Kind, int Value);
