namespace LoginVerification;

/// <summary>Log-in verification was turned on, format 1.</summary>
internal sealed record StoredChannelEnabled(StoredOrigin Origin, VerificationChannel Channel) : StoredEvent(Origin)
{
    public override EnrolmentEvent ToEvent() => new ChannelEnabled(Channel) { Origin = Origin.ToOrigin() };
}
