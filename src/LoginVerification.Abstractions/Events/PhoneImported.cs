using NodaTime;

namespace LoginVerification;

/// <summary>A number that the host had verified before was moved in.</summary>
/// <param name="Phone">The number.</param>
/// <param name="VerifiedAt">When the host verified it.</param>
public sealed record PhoneImported(PhoneDetails Phone, Instant VerifiedAt) : EnrolmentEvent
{
    /// <inheritdoc/>
    public override LifecycleTrigger Trigger => LifecycleTrigger.PhoneImported;
}
