using NodaTime;

namespace LoginVerification.Engine;

/// <summary>Makes a new challenge from the facts, or finds that the one before can be sent again. None outlives the pending number.</summary>
internal static class ChallengeIssue
{
    /// <summary>Whether a resend sends the code that is there: the policy wants it, and the code still counts.</summary>
    public static bool SendsTheSame(PendingPhone pending, Facts facts, EnrolmentLimits limits) => limits.Code.OnResend is ResendMode.Same && StillCounts(pending, facts, limits);

    /// <summary>Whether who gives the code would be let in.</summary>
    public static bool StillCounts(PendingPhone pending, Facts facts, EnrolmentLimits limits) =>
        !facts.CodeKeyRetired && pending.Challenge.IsAlive(facts.Now) && pending.Challenge.WrongTries < limits.Code.WrongTries;

    /// <summary>What is asked at sign-in: a code, or a number to match. Both are bound to the verified number.</summary>
    public static SignIn ForSignIn(PhoneNumber number, VerificationChannel channel, Facts facts, EnrolmentLimits limits)
    {
        var fresh = facts.Fresh;
        var (digits, life) = channel is VerificationChannel.Sms ? (limits.Code.Digits, limits.Code.Life) : (MatchingNumber.Digits, limits.SignIn.PushLife);
        var challenge = new Challenge(fresh.Id, CodePurpose.SignIn, number, fresh.Nonce, fresh.KeyId, digits, facts.Now, facts.Now + life) { Language = fresh.Language };
        return new SignIn(challenge, channel) { Surface = facts.Origin.Surface! };
    }

    public static Challenge For(PhoneNumber number, Instant lapsesAt, Facts facts, EnrolmentLimits limits)
    {
        var fresh = facts.Fresh;
        var expiresAt = Instant.Min(facts.Now + limits.Code.Life, lapsesAt);
        return new(fresh.Id, CodePurpose.Enrol, number, fresh.Nonce, fresh.KeyId, limits.Code.Digits, facts.Now, expiresAt) { Language = fresh.Language };
    }
}
