using LoginVerification.Exploration.Tests.Support;

namespace LoginVerification.Exploration.Tests.Naive;

/// <summary>A command that was given to the service from a place, and what came of it.</summary>
/// <param name="Place">The place.</param>
/// <param name="Screen">The page on which a user gave it; null for who is on none.</param>
/// <param name="Label">It in words.</param>
/// <param name="Command">The command.</param>
/// <param name="Before">The enrolment that the service found.</param>
/// <param name="By">Who gave it.</param>
/// <param name="Came">What came of it.</param>
internal sealed record NaiveTried(NaivePlace Place, ScreenDocument? Screen, string Label, EnrolmentCommand Command, Enrolment Before, Initiator By, Outcome Came)
{
    /// <summary>Whether a code was wrong, or something beside the user was.</summary>
    public bool IsAstray { get; init; }

    /// <summary>Whether it is refused alike where nothing is wrong.</summary>
    public bool IsRefusedAnyway { get; init; }
}
