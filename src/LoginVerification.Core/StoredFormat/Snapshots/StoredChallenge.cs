using NodaTime;

namespace LoginVerification;

/// <summary>One issued code, without the code, format 1.</summary>
internal sealed record StoredChallenge(
    ChallengeId Id,
    PhoneNumber Number,
    Nonce Nonce,
    string KeyId,
    Instant IssuedAt,
    Instant ExpiresAt,
    int WrongTries,
    string? Language)
{
    public static StoredChallenge Of(Challenge challenge) => new(
        challenge.Id,
        challenge.Number,
        challenge.Nonce,
        challenge.KeyId,
        challenge.IssuedAt,
        challenge.ExpiresAt,
        challenge.WrongTries,
        challenge.Language);

    public Challenge ToChallenge() =>
        new(Id, Number, Nonce, KeyId, IssuedAt, ExpiresAt) { WrongTries = WrongTries, Language = Language };
}
