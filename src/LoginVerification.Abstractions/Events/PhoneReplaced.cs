namespace LoginVerification;

/// <summary>The right code was given for another number than the verified one, which it replaces. Protection stays on.</summary>
/// <param name="Challenge">The challenge whose code it was; it is consumed.</param>
/// <param name="Previous">The number that is no longer in force; it gets a notice, too.</param>
public sealed record PhoneReplaced(ChallengeId Challenge, PhoneNumber Previous) : EnrolmentEvent
{
    /// <inheritdoc/>
    public override LifecycleTrigger Trigger => LifecycleTrigger.PhoneReplaced;
}
