namespace LoginVerification.Exploration;

internal sealed class ReplacementKeepsProtection() : LifecycleProperty(
    nameof(ReplacementKeepsProtection),
    "with a number pending beside the protecting one, submit, resend, wrong code, match, cancel and lapse keep protection on, with a verified number",
    "a number is pending while verification is enabled")
{
    public override Observations At(Enrolment enrolment, PolicyDocument rules) =>
        Seen(enrolment is { State: EnrolmentState.VerificationEnabled, Pending: not null }, violated: false);

    public override Observations On(in Transition asked) => Seen(
        trigger: false,
        violated: asked.Before is { State: EnrolmentState.VerificationEnabled, Pending: not null }
            && asked.Input.Command is SubmitPhone or ResendCode or ConfirmCode or CancelPending or LapsePending
            && asked.After is not { State: EnrolmentState.VerificationEnabled, Phone: not null });
}
