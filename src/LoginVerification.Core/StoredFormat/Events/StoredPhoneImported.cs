using NodaTime;

namespace LoginVerification;

/// <summary>A number that the host had verified was moved in, format 1.</summary>
internal sealed record StoredPhoneImported(StoredOrigin Origin, StoredPhoneDetails Phone, Instant VerifiedAt) : StoredEvent(Origin)
{
    public override EnrolmentEvent ToEvent() => new PhoneImported(Phone.ToDetails(), VerifiedAt) { Origin = Origin.ToOrigin() };
}
