using NodaTime;

namespace LoginVerification;

/// <summary>A new code was issued to the pending number; the earlier one died.</summary>
/// <param name="Challenge">The code that was issued.</param>
/// <param name="SendsCountFrom">Sends before this instant are out of the window and are forgotten.</param>
public sealed record CodeReissued(Challenge Challenge, Instant SendsCountFrom) : EnrolmentEvent
{
    /// <inheritdoc/>
    public override LifecycleTrigger Trigger => LifecycleTrigger.CodeReissued;
}
