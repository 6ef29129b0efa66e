namespace LoginVerification.Engine;

/// <summary>Draws what a new challenge is made from.</summary>
internal sealed class ChallengeSeeds(IEntropy entropy, CodeKeys keys)
{
    private const int IdLength = 16;

    public ChallengeSeed Draw(string? language)
    {
        Span<byte> bytes = stackalloc byte[IdLength + Nonce.Length];
        entropy.Fill(bytes);
        return new ChallengeSeed(
            new ChallengeId(Convert.ToHexStringLower(bytes[..IdLength])),
            Nonce.Parse(Convert.ToHexStringLower(bytes[IdLength..])),
            keys.CurrentId,
            language);
    }
}
