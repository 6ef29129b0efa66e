namespace LoginVerification.Exploration.Tests.Naive;

/// <summary>Something that a user can ask for on a page.</summary>
/// <param name="Label">It in words.</param>
/// <param name="Command">The command.</param>
/// <param name="Before">The account as the service finds it.</param>
internal sealed record NaiveAsked(string Label, UserCommand Command, Enrolment Before)
{
    /// <summary>Whether the user has what it takes: a code can be typed once its SMS arrived.</summary>
    public bool CanBeTyped { get; init; } = true;

    /// <summary>Whether it is a code that is not right.</summary>
    public bool IsAstray { get; init; }
}
