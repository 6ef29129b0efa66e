using NodaTime;

namespace LoginVerification;

/// <summary>
/// A request that was carried out under an idempotency key, so that its repetition is answered and not carried out again.
/// It holds no number and no code: both marks are keyed hashes. Immutable; compares by value.
/// </summary>
/// <param name="Mark">The keyed hash of account, command and idempotency key.</param>
/// <param name="Fingerprint">The keyed hash of what the command carried.</param>
/// <param name="KeyId">Which of the host's keys both are under.</param>
/// <param name="Refusal">The counted refusal that was the answer, or null for yes.</param>
/// <param name="At">When.</param>
public sealed record HandledRequest(string Mark, string Fingerprint, string KeyId, RefusalCode? Refusal, Instant At);
