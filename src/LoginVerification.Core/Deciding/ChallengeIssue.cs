using NodaTime;

namespace LoginVerification.Engine;

/// <summary>Makes a new challenge from the facts. It does not outlive the pending number.</summary>
internal static class ChallengeIssue
{
    public static Challenge For(PhoneNumber number, Instant lapsesAt, Facts facts, EnrolmentLimits limits)
    {
        var fresh = facts.Fresh;
        var expiresAt = Instant.Min(facts.Now + limits.Code.Life, lapsesAt);
        return new(fresh.Id, number, fresh.Nonce, fresh.KeyId, facts.Now, expiresAt) { Language = fresh.Language };
    }
}
