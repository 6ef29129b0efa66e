namespace LoginVerification;

/// <summary>The verified number was forgotten.</summary>
/// <param name="Number">The number.</param>
public sealed record PhoneRemoved(PhoneNumber Number) : EnrolmentEvent
{
    /// <inheritdoc/>
    public override LifecycleTrigger Trigger => LifecycleTrigger.PhoneRemoved;
}
