namespace LoginVerification;

/// <summary>The pending number was not confirmed in time.</summary>
/// <param name="Number">The number.</param>
public sealed record PendingLapsed(PhoneNumber Number) : EnrolmentEvent
{
    /// <inheritdoc/>
    public override LifecycleTrigger Trigger => LifecycleTrigger.PendingLapsed;
}
