namespace LoginVerification;

/// <summary>Names one issued code, so that an outbox row can point at it without holding it. Immutable and thread-safe.</summary>
/// <param name="Value">An opaque, random text.</param>
[JsonConverter(typeof(ChallengeIdJsonConverter))]
public sealed record ChallengeId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
