using NodaTime;

namespace LoginVerification;

/// <summary>A number whose holder proved it with a code. Immutable; compares by value.</summary>
/// <param name="Details">The number and what is known of it.</param>
/// <param name="VerifiedAt">When it was proved.</param>
public sealed record VerifiedPhone(PhoneDetails Details, Instant VerifiedAt)
{
    /// <summary>Whether the number was reported recycled, ported or no longer served since: SMS use is refused until it is confirmed again.</summary>
    public bool NeedsReverification { get; init; }
}
