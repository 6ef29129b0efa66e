namespace LoginVerification;

/// <summary>Another number took the place of the verified one, format 1.</summary>
internal sealed record StoredPhoneReplaced(StoredOrigin Origin, ChallengeId Challenge, PhoneNumber Previous) : StoredEvent(Origin)
{
    public override EnrolmentEvent ToEvent() => new PhoneReplaced(Challenge, Previous) { Origin = Origin.ToOrigin() };
}
