namespace LoginVerification;

/// <summary>The verified number was reported to have changed hands; SMS use waits until it is confirmed again.</summary>
/// <param name="Number">The number.</param>
/// <param name="Reason">What was reported.</param>
public sealed record PhoneInvalidated(PhoneNumber Number, InvalidationReason Reason) : EnrolmentEvent
{
    /// <inheritdoc/>
    public override LifecycleTrigger Trigger => LifecycleTrigger.PhoneInvalidated;
}
