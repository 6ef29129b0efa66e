namespace LoginVerification.Exploration;

internal sealed class ReplacementKeepsProtection() : LifecycleProperty(
    nameof(ReplacementKeepsProtection),
    "with a number pending beside the protecting one, submit, resend, wrong code, match, cancel and lapse keep protection on, with a verified number",
    "a number is pending while verification is enabled")
{
    public override Observations At(Enrolment enrolment, EnrolmentLimits limits) =>
        Seen(enrolment is { State: EnrolmentState.VerificationEnabled, Pending: not null }, violated: false);

    public override Observations On(in Transition transition) => Seen(
        trigger: false,
        violated: transition.Before is { State: EnrolmentState.VerificationEnabled, Pending: not null }
            && transition.Input.Command is SubmitPhone or ResendCode or ConfirmCode or CancelPending or LapsePending
            && transition.After is not { State: EnrolmentState.VerificationEnabled, Phone: not null });
}
