namespace LoginVerification;

/// <summary>Makes a new challenge from the facts.</summary>
internal static class ChallengeIssue
{
    public static Challenge For(PhoneNumber number, Facts facts, PolicyDocument rules) =>
        new(facts.Fresh.Id, number, facts.Fresh.Nonce, facts.Fresh.KeyId, facts.Now, facts.Now + rules.Code.Life) { Language = facts.Fresh.Language };
}
