namespace LoginVerification.Tests;

/// <summary>A list of steps that prints as a story.</summary>
public sealed class Story(IReadOnlyList<Step> steps)
{
    public IReadOnlyList<Step> Steps => steps;

    public override string ToString() => string.Join("", steps.Select((step, index) => $"\n  {index + 1}. {step}"));
}
