namespace LoginVerification;

/// <summary>Log-in verification moved to another channel, without a gap.</summary>
/// <param name="From">The channel before.</param>
/// <param name="To">The channel from now on.</param>
public sealed record ChannelChanged(VerificationChannel From, VerificationChannel To) : EnrolmentEvent
{
    /// <inheritdoc/>
    public override LifecycleTrigger Trigger => LifecycleTrigger.ChannelChanged;
}
