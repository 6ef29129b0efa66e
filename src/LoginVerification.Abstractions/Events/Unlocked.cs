namespace LoginVerification;

/// <summary>The host forgave the wrong codes of the account.</summary>
/// <param name="Failures">How many there were.</param>
public sealed record Unlocked(int Failures) : EnrolmentEvent
{
    /// <inheritdoc/>
    public override LifecycleTrigger Trigger => LifecycleTrigger.Unlocked;
}
