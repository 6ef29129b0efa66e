namespace LoginVerification;

/// <summary>Messages to a number are allowed again.</summary>
/// <param name="Number">The number.</param>
public sealed record DeliveryRestored(PhoneNumber Number) : EnrolmentEvent
{
    /// <inheritdoc/>
    public override LifecycleTrigger Trigger => LifecycleTrigger.DeliveryRestored;
}
