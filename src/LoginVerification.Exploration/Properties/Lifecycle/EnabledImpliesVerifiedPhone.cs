namespace LoginVerification.Exploration;

internal sealed class EnabledImpliesVerifiedPhone() : LifecycleProperty(
    nameof(EnabledImpliesVerifiedPhone), "while verification is enabled there is a verified number", "verification is enabled")
{
    public override Observations At(Enrolment enrolment, EnrolmentLimits limits) =>
        Seen(enrolment.State is EnrolmentState.VerificationEnabled, violated: enrolment is { ActiveChannel: not null, Phone: null });
}
