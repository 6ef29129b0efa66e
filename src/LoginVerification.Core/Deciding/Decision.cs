namespace LoginVerification.Engine;

/// <summary>
/// The answer of a decision: events, or a refusal, or both for a "no" that counts (a wrong code). Immutable; compares by value.
/// </summary>
/// <param name="Events">What happens, in order; none for a plain refusal.</param>
/// <param name="Refusal">Why not, or null for yes.</param>
public sealed record Decision(ValueList<EnrolmentEvent> Events, Refusal? Refusal)
{
    internal static Decision Accept(params ReadOnlySpan<EnrolmentEvent> events) => new(ValueList.Create(events), null);

    /// <summary>A plain refusal is a decision without events.</summary>
    /// <param name="refusal">The refusal.</param>
    public static implicit operator Decision(Refusal refusal) => new([], refusal);
}
