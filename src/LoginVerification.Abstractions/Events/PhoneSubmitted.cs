using NodaTime;

namespace LoginVerification;

/// <summary>A number was submitted and a code for it was issued. It replaces a pending number, and leaves a verified one in force.</summary>
/// <param name="Phone">The number.</param>
/// <param name="Challenge">The code that was issued.</param>
/// <param name="LapsesAt">When the number is forgotten unless it is confirmed.</param>
/// <param name="SendsCountFrom">Sends before this instant are out of the window and are forgotten.</param>
public sealed record PhoneSubmitted(PhoneDetails Phone, Challenge Challenge, Instant LapsesAt, Instant SendsCountFrom) : EnrolmentEvent
{
    /// <inheritdoc/>
    public override LifecycleTrigger Trigger => LifecycleTrigger.PhoneSubmitted;
}
