namespace LoginVerification;

/// <summary>The verified number was forgotten, format 1.</summary>
internal sealed record StoredPhoneRemoved(StoredOrigin Origin, PhoneNumber Number) : StoredEvent(Origin)
{
    public override EnrolmentEvent ToEvent() => new PhoneRemoved(Number) { Origin = Origin.ToOrigin() };
}
