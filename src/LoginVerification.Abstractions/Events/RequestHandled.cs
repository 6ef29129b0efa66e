namespace LoginVerification;

/// <summary>The events before it, of the same save, answered a request with an idempotency key.</summary>
/// <param name="Request">What is kept of the request.</param>
public sealed record RequestHandled(HandledRequest Request) : EnrolmentEvent
{
    /// <inheritdoc/>
    public override LifecycleTrigger Trigger => LifecycleTrigger.RequestHandled;
}
