namespace LoginVerification;

/// <summary>Whether one action is open on a surface. Immutable; compares by value.</summary>
/// <param name="Action">The action.</param>
/// <param name="Channel">The channel that it would take, or null for an action without one.</param>
/// <param name="Refusal">Why not, or null for allowed.</param>
/// <param name="NeedsRecentAuthentication">Whether the user has to have authenticated within the policy's window; the status supposes it.</param>
public sealed record ActionStatus(EnrolmentAction Action, VerificationChannel? Channel, Refusal? Refusal, bool NeedsRecentAuthentication)
{
    /// <summary>Whether the action is open. What depends on its input (a number, a code) is answered when it comes.</summary>
    public bool Allowed => Refusal is null;
}
