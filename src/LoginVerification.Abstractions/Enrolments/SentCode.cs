using NodaTime;

namespace LoginVerification;

/// <summary>One code that was sent, for the limits on sending. Immutable; compares by value.</summary>
/// <param name="Number">To which number.</param>
/// <param name="At">When.</param>
public sealed record SentCode(PhoneNumber Number, Instant At);
