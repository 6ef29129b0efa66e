namespace LoginVerification.Exploration;

internal sealed class EnabledIffChannel() : LifecycleProperty(
    nameof(EnabledIffChannel), "verification is enabled if and only if a channel is active", "both a state with an active channel and one without")
{
    protected override Sightings Triggers => Sightings.Trigger | Sightings.OtherTrigger;

    public override Sightings At(Enrolment enrolment, PolicyDocument rules)
    {
        var isEnabled = enrolment.State is EnrolmentState.VerificationEnabled;
        return (isEnabled ? Sightings.Trigger : Sightings.OtherTrigger)
            | (isEnabled != enrolment.ActiveChannel is not null ? Sightings.Violation : Sightings.None);
    }
}
