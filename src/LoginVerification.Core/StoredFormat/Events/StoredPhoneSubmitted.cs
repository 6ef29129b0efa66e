using NodaTime;

namespace LoginVerification;

/// <summary>A number was submitted, format 1.</summary>
internal sealed record StoredPhoneSubmitted(
    StoredOrigin Origin,
    StoredPhoneDetails Phone,
    StoredChallenge Challenge,
    Instant LapsesAt,
    Instant SendsCountFrom) : StoredEvent(Origin)
{
    public override EnrolmentEvent ToEvent() => new PhoneSubmitted(Phone.ToDetails(), Challenge.ToChallenge(), LapsesAt, SendsCountFrom) { Origin = Origin.ToOrigin() };
}
