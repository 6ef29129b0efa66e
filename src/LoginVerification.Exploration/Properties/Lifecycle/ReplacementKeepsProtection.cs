namespace LoginVerification.Exploration;

internal sealed class ReplacementKeepsProtection() : LifecycleProperty(
    nameof(ReplacementKeepsProtection),
    "with a number pending beside the protecting one, submit, resend, wrong code, match, cancel and lapse keep protection on, with a verified number",
    "a number is pending while verification is enabled")
{
    public override Sightings At(Enrolment enrolment, PolicyDocument rules) =>
        Seen(enrolment is { State: EnrolmentState.VerificationEnabled, Pending: not null }, violated: false);

    public override Sightings On(in Question asked) => Seen(
        trigger: false,
        violated: asked.Before is { State: EnrolmentState.VerificationEnabled, Pending: not null }
            && asked.Happens && asked.Decision!.Events.All(ConcernsPending)
            && asked.After is not { State: EnrolmentState.VerificationEnabled, Phone: not null });

    /// <summary>Removing the phone ends a pending number as well, but with other events beside.</summary>
    private static bool ConcernsPending(EnrolmentEvent happened) =>
        happened is PhoneSubmitted or CodeReissued or CodeMismatched or CodeMatched or PhoneReplaced or PendingCancelled or PendingLapsed;
}
