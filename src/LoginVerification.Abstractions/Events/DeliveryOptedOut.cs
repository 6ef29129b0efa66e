namespace LoginVerification;

/// <summary>The holder of a number asked for no more messages.</summary>
/// <param name="Number">The number.</param>
public sealed record DeliveryOptedOut(PhoneNumber Number) : EnrolmentEvent
{
    /// <inheritdoc/>
    public override LifecycleTrigger Trigger => LifecycleTrigger.DeliveryOptedOut;
}
