namespace LoginVerification;

/// <summary>The right code was given, format 1.</summary>
internal sealed record StoredCodeMatched(StoredOrigin Origin, ChallengeId Challenge) : StoredEvent(Origin)
{
    public override EnrolmentEvent ToEvent() => new CodeMatched(Challenge) { Origin = Origin.ToOrigin() };
}
