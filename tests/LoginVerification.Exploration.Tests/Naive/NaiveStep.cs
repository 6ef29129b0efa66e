namespace LoginVerification.Exploration.Tests.Naive;

/// <summary>A step that happens from a place.</summary>
internal sealed record NaiveStep(string Label, NaiveKind Kind, NaivePlace To);
