namespace LoginVerification;

/// <summary>A request with an idempotency key was answered, format 1.</summary>
internal sealed record StoredRequestHandled(StoredOrigin Origin, StoredHandledRequest Request) : StoredEvent(Origin)
{
    public override EnrolmentEvent ToEvent() => new RequestHandled(Request.ToRequest()) { Origin = Origin.ToOrigin() };
}
