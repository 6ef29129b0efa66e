using NodaTime;

namespace LoginVerification;

/// <summary>A request with an idempotency key, format 1.</summary>
internal sealed record StoredHandledRequest(string Mark, string Fingerprint, string KeyId, RefusalCode? Refusal, Instant At)
{
    public static StoredHandledRequest Of(HandledRequest request) =>
        new(request.Mark, request.Fingerprint, request.KeyId, request.Refusal, request.At);

    public HandledRequest ToRequest() => new(Mark, Fingerprint, KeyId, Refusal, At);
}
