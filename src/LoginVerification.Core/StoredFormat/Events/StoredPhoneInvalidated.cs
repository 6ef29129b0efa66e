namespace LoginVerification;

/// <summary>The verified number was reported to have changed hands, format 1.</summary>
internal sealed record StoredPhoneInvalidated(StoredOrigin Origin, PhoneNumber Number, InvalidationReason Reason) : StoredEvent(Origin)
{
    public override EnrolmentEvent ToEvent() => new PhoneInvalidated(Number, Reason) { Origin = Origin.ToOrigin() };
}
