using NodaTime;

namespace LoginVerification;

/// <summary>A wrong code was given, and counted.</summary>
/// <param name="Challenge">The challenge that it was tried against.</param>
/// <param name="Match">What the wrong code was, as far as it is known.</param>
/// <param name="LockedUntil">The end of the lock that this failure caused, or null for none.</param>
public sealed record CodeMismatched(ChallengeId Challenge, CodeMatch Match, Instant? LockedUntil) : EnrolmentEvent
{
    /// <inheritdoc/>
    public override LifecycleTrigger Trigger => LifecycleTrigger.CodeMismatched;
}
