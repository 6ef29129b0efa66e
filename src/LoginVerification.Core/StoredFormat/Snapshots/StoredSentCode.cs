using NodaTime;

namespace LoginVerification;

/// <summary>One code that was sent, format 1.</summary>
internal sealed record StoredSentCode(PhoneNumber Number, Instant At);
