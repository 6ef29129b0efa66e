namespace LoginVerification;

/// <summary>The right code was given: the pending number is verified. Where one was verified before, it is the same number, confirmed again.</summary>
/// <param name="Challenge">The challenge whose code it was; it is consumed.</param>
public sealed record CodeMatched(ChallengeId Challenge) : EnrolmentEvent
{
    /// <inheritdoc/>
    public override LifecycleTrigger Trigger => LifecycleTrigger.CodeMatched;
}
