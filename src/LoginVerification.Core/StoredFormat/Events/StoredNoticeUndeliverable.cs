namespace LoginVerification;

/// <summary>A notice found no independent address, format 1.</summary>
internal sealed record StoredNoticeUndeliverable(StoredOrigin Origin, NoticeKind Notice) : StoredEvent(Origin)
{
    public override EnrolmentEvent ToEvent() => new NoticeUndeliverable(Notice) { Origin = Origin.ToOrigin() };
}
