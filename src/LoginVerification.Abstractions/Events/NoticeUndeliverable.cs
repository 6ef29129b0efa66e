namespace LoginVerification;

/// <summary>A notice found no address that is independent of the phone in question; the host shows it in the application.</summary>
/// <param name="Notice">What the notice was about.</param>
public sealed record NoticeUndeliverable(NoticeKind Notice) : EnrolmentEvent
{
    /// <inheritdoc/>
    public override LifecycleTrigger Trigger => LifecycleTrigger.NoticeUndeliverable;
}
