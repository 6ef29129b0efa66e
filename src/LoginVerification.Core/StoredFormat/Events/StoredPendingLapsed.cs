namespace LoginVerification;

/// <summary>The pending number was not confirmed in time, format 1.</summary>
internal sealed record StoredPendingLapsed(StoredOrigin Origin, PhoneNumber Number) : StoredEvent(Origin)
{
    public override EnrolmentEvent ToEvent() => new PendingLapsed(Number) { Origin = Origin.ToOrigin() };
}
