using NodaTime;

namespace LoginVerification;

/// <summary>A wrong code was given, format 1.</summary>
internal sealed record StoredCodeMismatched(StoredOrigin Origin, ChallengeId Challenge, CodeMatch Match, Instant? LockedUntil) : StoredEvent(Origin)
{
    public override EnrolmentEvent ToEvent() => new CodeMismatched(Challenge, Match, LockedUntil) { Origin = Origin.ToOrigin() };
}
