using NodaTime;

namespace LoginVerification.Engine;

/// <summary>
/// One issued code, without the code: what is needed to compute it again under the host's key. Immutable; compares by value.
/// </summary>
/// <param name="Id">Its name.</param>
/// <param name="Purpose">What its code is for; no other purpose takes it.</param>
/// <param name="Number">The only number that it can verify.</param>
/// <param name="Nonce">What makes the code unlike every other.</param>
/// <param name="KeyId">Which of the host's keys it is under.</param>
/// <param name="Digits">How many digits its code has, whatever the policy says since.</param>
/// <param name="IssuedAt">When it was issued: the code is dead before (a clock that went back) …</param>
/// <param name="ExpiresAt">… and dead from this instant on: its life under the policy is over, or the pending number lapses, whichever comes first.</param>
public sealed record Challenge(ChallengeId Id, CodePurpose Purpose, PhoneNumber Number, Nonce Nonce, string KeyId, int Digits, Instant IssuedAt, Instant ExpiresAt)
{
    /// <summary>Wrong codes tried against it.</summary>
    public int WrongTries { get; init; }

    /// <summary>The language of the message, as a BCP 47 tag, or null for the host's default.</summary>
    public string? Language { get; init; }

    /// <summary>Whether the instant lies inside its life.</summary>
    /// <param name="now">The instant.</param>
    public bool IsAlive(Instant now) => IssuedAt <= now && now < ExpiresAt;
}
