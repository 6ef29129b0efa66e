using NodaTime;

namespace LoginVerification;

/// <summary>A new code was issued, format 1.</summary>
internal sealed record StoredCodeReissued(StoredOrigin Origin, StoredChallenge Challenge, Instant SendsCountFrom) : StoredEvent(Origin)
{
    public override EnrolmentEvent ToEvent() => new CodeReissued(Challenge.ToChallenge(), SendsCountFrom) { Origin = Origin.ToOrigin() };
}
