namespace LoginVerification.Exploration;

internal sealed class EnabledIffChannel() : LifecycleProperty(
    nameof(EnabledIffChannel), "verification is enabled if and only if a channel is active", "both a state with an active channel and one without")
{
    protected override Observations Triggers => Observations.Trigger | Observations.OtherTrigger;

    public override Observations At(Enrolment enrolment, EnrolmentLimits limits)
    {
        var isEnabled = enrolment.State is EnrolmentState.VerificationEnabled;
        return (isEnabled ? Observations.Trigger : Observations.OtherTrigger)
            | (isEnabled != enrolment.ActiveChannel is not null ? Observations.Violation : Observations.None);
    }
}
