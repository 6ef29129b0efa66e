using NodaTime;

namespace LoginVerification;

/// <summary>A number that waits for its code. Immutable; compares by value.</summary>
/// <param name="Details">The number and what is known of it.</param>
/// <param name="LapsesAt">When it is forgotten unless it is confirmed.</param>
/// <param name="Challenge">The one code that counts.</param>
public sealed record PendingPhone(PhoneDetails Details, Instant LapsesAt, Challenge Challenge);
