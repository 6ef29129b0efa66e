namespace LoginVerification;

/// <summary>Messages to a number are allowed again, format 1.</summary>
internal sealed record StoredDeliveryRestored(StoredOrigin Origin, PhoneNumber Number) : StoredEvent(Origin)
{
    public override EnrolmentEvent ToEvent() => new DeliveryRestored(Number) { Origin = Origin.ToOrigin() };
}
