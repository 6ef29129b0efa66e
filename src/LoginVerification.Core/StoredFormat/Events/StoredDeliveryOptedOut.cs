namespace LoginVerification;

/// <summary>The holder of a number asked for no more messages, format 1.</summary>
internal sealed record StoredDeliveryOptedOut(StoredOrigin Origin, PhoneNumber Number) : StoredEvent(Origin)
{
    public override EnrolmentEvent ToEvent() => new DeliveryOptedOut(Number) { Origin = Origin.ToOrigin() };
}
