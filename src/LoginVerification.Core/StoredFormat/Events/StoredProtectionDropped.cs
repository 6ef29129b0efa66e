namespace LoginVerification;

/// <summary>Log-in verification ended as a side effect, format 1.</summary>
internal sealed record StoredProtectionDropped(StoredOrigin Origin, VerificationChannel Channel, DisableCause Cause) : StoredEvent(Origin)
{
    public override EnrolmentEvent ToEvent() => new ProtectionDropped(Channel, Cause) { Origin = Origin.ToOrigin() };
}
