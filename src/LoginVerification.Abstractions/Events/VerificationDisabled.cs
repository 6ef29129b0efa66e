namespace LoginVerification;

/// <summary>Log-in verification was turned off. The only way out of VerificationEnabled under a sound policy; it always owes the owner a notice.</summary>
/// <param name="Channel">The channel that was active.</param>
/// <param name="Cause">What turned it off.</param>
public sealed record VerificationDisabled(VerificationChannel Channel, DisableCause Cause) : EnrolmentEvent
{
    /// <inheritdoc/>
    public override LifecycleTrigger Trigger => LifecycleTrigger.VerificationDisabled;
}
