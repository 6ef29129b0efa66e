namespace LoginVerification;

/// <summary>Log-in verification moved to another channel, format 1.</summary>
internal sealed record StoredChannelChanged(StoredOrigin Origin, VerificationChannel From, VerificationChannel To) : StoredEvent(Origin)
{
    public override EnrolmentEvent ToEvent() => new ChannelChanged(From, To) { Origin = Origin.ToOrigin() };
}
