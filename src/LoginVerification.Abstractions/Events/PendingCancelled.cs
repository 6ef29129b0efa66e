namespace LoginVerification;

/// <summary>The pending number was given up.</summary>
/// <param name="Number">The number.</param>
public sealed record PendingCancelled(PhoneNumber Number) : EnrolmentEvent
{
    /// <inheritdoc/>
    public override LifecycleTrigger Trigger => LifecycleTrigger.PendingCancelled;
}
