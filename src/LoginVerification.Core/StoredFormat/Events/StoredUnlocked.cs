namespace LoginVerification;

/// <summary>The host forgave the wrong codes, format 1.</summary>
internal sealed record StoredUnlocked(StoredOrigin Origin, int Failures) : StoredEvent(Origin)
{
    public override EnrolmentEvent ToEvent() => new Unlocked(Failures) { Origin = Origin.ToOrigin() };
}
