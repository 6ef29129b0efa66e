namespace LoginVerification;

/// <summary>Log-in verification was turned on.</summary>
/// <param name="Channel">The channel that protects the log-in.</param>
public sealed record ChannelEnabled(VerificationChannel Channel) : EnrolmentEvent
{
    /// <inheritdoc/>
    public override LifecycleTrigger Trigger => LifecycleTrigger.ChannelEnabled;
}
