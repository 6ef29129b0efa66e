namespace LoginVerification.Exploration;

/// <summary>Which surfaces offer what.</summary>
internal static class Surfaces
{
    /// <summary>The cases that an enrolment can be in: its state follows from its numbers.</summary>
    private static readonly IReadOnlyList<ConditionCase> Possible = [.. ConditionCase.All.Where(at => at.State switch
    {
        EnrolmentState.NoPhone => !at.Verified && !at.Pending,
        EnrolmentState.PhonePending => !at.Verified && at.Pending,
        _ => at.Verified,
    })];

    /// <summary>The surfaces with a screen that offers an action in some case that is possible.</summary>
    public static List<Surface> Offering(PolicyModel model, EnrolmentAction action) =>
        [.. model.Screens.Screens.Where(screen => Possible.Any(screen.WhenOffered(action).Contains)).Select(screen => screen.Surface).Distinct()];
}
