namespace LoginVerification.Engine;

/// <summary>Draws what decisions take from chance.</summary>
internal sealed class ChallengeSeeds(IEntropy entropy, CodeKeys keys)
{
    private const int IdLength = 16;

    public ChallengeSeed Draw(string? language)
    {
        Span<byte> bytes = stackalloc byte[IdLength + Nonce.Length + EnrolmentId.Length];
        entropy.Fill(bytes);
        return new ChallengeSeed(
            EnrolmentId.Parse(Convert.ToHexStringLower(bytes[(IdLength + Nonce.Length)..])),
            new ChallengeId(Convert.ToHexStringLower(bytes[..IdLength])),
            Nonce.Parse(Convert.ToHexStringLower(bytes[IdLength..(IdLength + Nonce.Length)])),
            keys.CurrentId,
            language);
    }
}
