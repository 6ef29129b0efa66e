namespace LoginVerification.Exploration;

internal sealed class NoPlantedNumber() : LifecycleProperty(
    nameof(NoPlantedNumber),
    "nothing is pending once a number begins to protect, and who replaces a verified number, or has a code sent for that, authenticated just before",
    "a number begins to protect, or another one is on the way to its place")
{
    public override Observations On(in Transition transition)
    {
        var (before, after) = (transition.Before, transition.After);
        var beginsToProtect = before.ActiveChannel is null && after.ActiveChannel is not null;
        var replaces = transition.Decision.Events.Any(happened => happened is PhoneReplaced || IsForReplacement(happened, after));
        return Seen(
            beginsToProtect || replaces,
            violated: (beginsToProtect && after.Pending is not null) || (replaces && !IsRecent(transition)));
    }

    private static bool IsForReplacement(EnrolmentEvent happened, Enrolment after) =>
        happened is PhoneSubmitted or CodeResent or CodeReissued && after is { Phone: { } phone, Pending: { } pending } && phone.Details.Number != pending.Details.Number;

    private static bool IsRecent(in Transition transition) => transition.Input.Facts!.AuthenticatedAt is { } at
        && ShapeSpace.Now - at is var age && age < transition.Limits.ReauthenticateWithin && age > -transition.Limits.ReauthenticateWithin;
}
