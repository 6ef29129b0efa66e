namespace LoginVerification;

/// <summary>Log-in verification was turned off, format 1.</summary>
internal sealed record StoredVerificationDisabled(StoredOrigin Origin, VerificationChannel Channel, DisableCause Cause) : StoredEvent(Origin)
{
    public override EnrolmentEvent ToEvent() => new VerificationDisabled(Channel, Cause) { Origin = Origin.ToOrigin() };
}
