namespace LoginVerification;

/// <summary>Research only: log-in verification ended as a side effect, and nobody is told. No policy yields it but one that asks for a <c>disableSilently</c> or <c>removePhone</c> mode.</summary>
/// <param name="Channel">The channel that was active.</param>
/// <param name="Cause">What turned it off.</param>
public sealed record ProtectionDropped(VerificationChannel Channel, DisableCause Cause) : EnrolmentEvent
{
    /// <inheritdoc/>
    public override LifecycleTrigger Trigger => LifecycleTrigger.ProtectionDropped;
}
