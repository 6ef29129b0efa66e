namespace LoginVerification.Engine;

/// <summary>What is drawn at random for a decision: a new challenge is made from it, and an enrolment that begins is named by it. Immutable; compares by value.</summary>
/// <param name="EnrolmentId">The id of an enrolment that begins with this decision.</param>
/// <param name="Id">The name of the challenge.</param>
/// <param name="Nonce">Fresh randomness.</param>
/// <param name="KeyId">The host's current key.</param>
/// <param name="Language">The language of the message, or null for the host's default.</param>
public sealed record ChallengeSeed(EnrolmentId EnrolmentId, ChallengeId Id, Nonce Nonce, string KeyId, string? Language = null)
{
    /// <summary>For decisions whose challenge nobody is sent: it stands for any fresh one.</summary>
    internal static ChallengeSeed Placeholder { get; } = new(EnrolmentId.Parse(new string('0', 2 * EnrolmentId.Length)), new ChallengeId("placeholder"), Nonce.Parse(new string('0', 2 * Nonce.Length)), "placeholder");
}
