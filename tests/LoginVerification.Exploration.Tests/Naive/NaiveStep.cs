namespace LoginVerification.Exploration.Tests.Naive;

/// <summary>A step that happens from a place.</summary>
internal sealed record NaiveStep(string Label, NaiveKind Kind, NaivePlace To)
{
    /// <summary>What was given and accepted; null where nothing was given, or something went wrong with it.</summary>
    public Choice? Accepted { get; init; }

    /// <summary>Whether a code was wrong, or something beside the user was: nobody takes such a step to get on.</summary>
    public bool IsAstray { get; init; }
}
