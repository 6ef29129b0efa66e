namespace LoginVerification;

/// <summary>The pending number was given up, format 1.</summary>
internal sealed record StoredPendingCancelled(StoredOrigin Origin, PhoneNumber Number) : StoredEvent(Origin)
{
    public override EnrolmentEvent ToEvent() => new PendingCancelled(Number) { Origin = Origin.ToOrigin() };
}
